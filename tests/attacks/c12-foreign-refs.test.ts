import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import sodium from 'libsodium-wrappers-sumo';
import { valuesAt } from '../hub/expect-outcome.js';
import type { Hub } from '../hub/hub.js';
import { ASK_PERSON } from '../hub/questions.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';
import { visible } from '../hub/two-worlds.js';

/** `person(id:)` with what is not the asker's own name of a person: a miss like any other, except what cannot be a name at all. */
const county = testCounty();
let hub: Hub;

beforeAll(async () => {
  await sodium.ready;
  hub = await startHub({ load: county.load });
}, 120_000);
afterAll(() => hub?.close());

const ask = (id: string) => hub.ask({ as: 'chen-jianguo', purpose: 'CASE_REVIEW', query: ASK_PERSON, variables: { id } });
const own = () => hub.refOf('civil-affairs', county.person('aided-by-both'));
const encode = (point: Uint8Array) => `1.${Buffer.from(point).toString('base64url')}`;
const pointOf = (ref: string) => Buffer.from(ref.slice(2), 'base64url');

const MISSES: Readonly<Record<string, () => Promise<string>>> = {
  'the charity’s ref of the same person': () => hub.refOf('charity-federation', county.person('aided-by-both')),
  'a multiple of the own ref': async () =>
    encode(sodium.crypto_scalarmult_ristretto255(sodium.crypto_core_ristretto255_scalar_reduce(randomBytes(64)), pointOf(await own()))),
  'a random point': async () => encode(sodium.crypto_core_ristretto255_from_hash(randomBytes(64))),
};

const ERRORS: Readonly<Record<string, () => Promise<[id: string, code: string]>>> = {
  'the identity': async () => [encode(new Uint8Array(32)), 'REF_NOT_VALID'],
  'a non-canonical encoding': async () => [encode(new Uint8Array(32).fill(0xff)), 'REF_NOT_VALID'],
  'too short': async () => ['1.AAAA', 'REF_NOT_VALID'],
  'no ref at all': async () => ['somebody', 'REF_NOT_VALID'],
  'an old generation': async () => [`0${(await own()).slice(1)}`, 'GENERATION_UNKNOWN'],
};

describe('C12: names that are not the asker’s', () => {
  test.each(Object.entries(MISSES))('%s: like a person nobody knows', async (_, make) => {
    const id = await make();
    const nobody = encode(sodium.crypto_core_ristretto255_from_hash(randomBytes(64)));
    const reply = await ask(id);
    expect(reply.status).toBe(200);
    expect(visible(reply).replaceAll(id, 'ID')).toBe(visible(await ask(nobody)).replaceAll(nobody, 'ID'));
    expect(valuesAt(reply, 'person.civilAffairsAid.items')).toEqual([]);
    // Positive control: the own ref finds the records.
    expect(valuesAt(await ask(await own()), 'person.civilAffairsAid.items').length).toBe(2);
  });

  test.each(Object.entries(ERRORS))('%s: an error', async (_, make) => {
    const [id, code] = await make();
    const reply = await ask(id);
    expect(reply.body.errors?.map((error) => error.extensions?.code)).toEqual([code]);
    expect(reply.text).not.toContain(id);
  });
});
