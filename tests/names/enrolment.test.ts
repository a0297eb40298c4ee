import { beforeAll, describe, expect, test } from '@jest/globals';
import { enrol } from '../../client/enrol.js';
import { findRefs } from '../../client/find-refs.js';
import { nobleGroup } from '../../client/group/noble-group.js';
import { hashResidentId } from '../../client/hash-to-group.js';
import { normaliseResidentId, type ResidentId } from '../../client/normalise-resident-id.js';
import type { RefCache } from '../../client/ref-cache.js';
import { metricsText } from '../../runtime/metrics.js';
import { parseTaggingKeys } from '../../subgraphs/linkage/names/parse-tagging-keys.js';
import { createNames, GENERATION, type Names } from './names-harness.js';

const ONE = '99911219491231005X';
const OTHER = '999112194912310017';
let names: Names;

beforeAll(async () => {
  names = await createNames();
});

test('one person has another ref in each organisation, and they translate into each other exactly', async () => {
  const [agency, agencyOther] = (await names.enrol('civil-affairs', [ONE, OTHER])) as [string, string];
  const [charity, charityOther] = (await names.enrol('charity-federation', [ONE, OTHER])) as [string, string];
  expect(new Set([agency, charity, agencyOther, charityOther]).size).toBe(4);
  expect(names.translator.translate(agency, 'civil-affairs', 'charity-federation')).toBe(charity);
  expect(names.translator.translate(charity, 'charity-federation', 'civil-affairs')).toBe(agency);
  const viaHub = names.translator.translate(agencyOther, 'civil-affairs', 'hub');
  expect(names.translator.translate(viaHub, 'hub', 'charity-federation')).toBe(charityOther);
  expect(names.translator.translate(agency, 'civil-affairs', 'civil-affairs')).toBe(agency);
});

test('a ref is t·k·H(ID), computed with the other group from the secrets', async () => {
  const [ref] = await names.enrol('civil-affairs', [ONE]);
  const t = parseTaggingKeys(names.secrets.linkage.text(`t-${GENERATION}.json`)).get('civil-affairs') as Uint8Array;
  const k = names.secrets.authority.key(`k-${GENERATION}.key`);
  const point = nobleGroup.multiply(t, nobleGroup.multiply(k, hashResidentId(nobleGroup, normaliseResidentId(ONE))));
  expect(ref).toBe(`${GENERATION}.${Buffer.from(point).toString('base64url')}`);
  expect(await enrol([normaliseResidentId(ONE)], names.options('civil-affairs', { group: nobleGroup }))).toEqual([ref]);
});

test('C9: a person written seven ways has one ref', async () => {
  const refs = await names.enrol('civil-affairs', [
    ONE,
    '99911219491231005x',
    '999112491231005',
    '９９９１１２１９４９１２３１００５Ｘ',
    ' 999112 19491231 005X ',
    '999112-19491231-005x',
    '９９９１１２\u3000４９１２３１\u200b００５',
  ]);
  expect(refs).toHaveLength(7);
  expect(new Set(refs).size).toBe(1);
});

test('C5: refs of the same persons at two organisations have nothing in common', async () => {
  const spellings = Array.from({ length: 20 }, (_, at) => `9991124912310${String(at + 10)}`);
  const agency = await names.enrol('civil-affairs', spellings);
  const charity = await names.enrol('charity-federation', spellings);
  expect(agency.filter((ref) => charity.includes(ref))).toEqual([]);
  expect(new Set(agency).size).toBe(20);
});

describe('C13: no organisation sees k·H(ID)', () => {
  /** Every point in a text, with each of the blinds taken off. */
  const seen = (texts: readonly string[]) => new Set(texts.flatMap((text) => text.match(/[A-Za-z0-9_-]{43}/g) ?? []));

  test('in anything received, blinded or unblinded', async () => {
    names.traffic.length = 0;
    // A blind of one shows every received point as it is after unblinding.
    const one = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0));
    const group = { ...nobleGroup, scalarFrom: () => one };
    const id = normaliseResidentId(ONE);
    const refs = await enrol([id], names.options('civil-affairs', { group }));
    const k = names.secrets.authority.key(`k-${GENERATION}.key`);
    const common = Buffer.from(nobleGroup.multiply(k, hashResidentId(nobleGroup, id))).toString('base64url');
    const points = seen(names.traffic.map(({ received }) => received));
    expect(points.has((refs[0] as string).split('.')[1] as string)).toBe(true);
    expect(points.has(common)).toBe(false);
  });

  test('positive control: an organisation that lies about linkage does see it, until proofs are required', async () => {
    const id = normaliseResidentId(ONE);
    const hashed = Buffer.from(hashResidentId(nobleGroup, id)).toString('base64url');
    const keyId = names.naming.linkage['civil-affairs']?.keyId as string;
    const request = { organisation: 'civil-affairs', generation: GENERATION, elements: [hashed], evaluations: [{ keyId, proof: null }] };
    const answer = await names.attempt('key-authority', request);
    const k = names.secrets.authority.key(`k-${GENERATION}.key`);
    const common = Buffer.from(nobleGroup.multiply(k, hashResidentId(nobleGroup, id))).toString('base64url');
    expect(answer).toMatchObject({ elements: [common] });
  });
});

test('batches come back in order, whatever their size and number in flight', async () => {
  const ids = Array.from({ length: 25 }, (_, at) => normaliseResidentId(`9991124912310${String(at + 10)}`));
  const whole = await enrol(ids, names.options('civil-affairs'));
  names.traffic.length = 0;
  expect(await enrol(ids, names.options('civil-affairs', { batchSize: 4, concurrency: 3 }))).toEqual(whole);
  expect(names.traffic).toHaveLength(14);
  expect(await enrol([], names.options('civil-affairs'))).toEqual([]);
});

test('nothing sent, received or logged holds an ID number, and no log line a point', async () => {
  names.traffic.length = 0;
  names.logged.length = 0;
  await names.enrol('civil-affairs', [ONE]);
  const traffic = JSON.stringify(names.traffic);
  expect(traffic).not.toContain('19491231');
  expect(names.logged.length).toBeGreaterThan(0);
  expect(names.logged.join('')).not.toMatch(/[A-Za-z0-9_-]{43}/);
  expect(names.logged.join('')).toContain('"organisation":"civil-affairs","count":1');
});

test('evaluations are counted per organisation', async () => {
  const read = async () => Number(/evaluations_total\{organisation="charity-federation"\} (\d+)/.exec(await metricsText())?.[1] ?? 0);
  const before = await read();
  await names.enrol('charity-federation', [ONE, OTHER]);
  expect(await read()).toBe(before + 2);
});

test('two blindings of one person have nothing in common on the wire', async () => {
  names.traffic.length = 0;
  await names.enrol('civil-affairs', [ONE]);
  await names.enrol('civil-affairs', [ONE]);
  const elements = names.traffic.map(({ sent }) => (JSON.parse(sent) as { elements: string[] }).elements[0]);
  expect(new Set(elements).size).toBe(4);
});

describe('a server that is away', () => {
  const memory = (): RefCache => {
    const refs = new Map<ResidentId, string>();
    return {
      get: (id) => refs.get(id),
      put: (entries) => {
        for (const [id, ref] of entries) refs.set(id, ref);
      },
    };
  };

  test('known refs still come, a new one says why it cannot be made, without an address', async () => {
    const cache = memory();
    const [known, unknown] = [normaliseResidentId(ONE), normaliseResidentId(OTHER)];
    const [ref] = await findRefs([known], cache, names.options('civil-affairs'));
    names.down.add('key-authority');
    try {
      expect(await findRefs([known, known], cache, names.options('civil-affairs'))).toEqual([ref, ref]);
      const failure = findRefs([known, unknown], cache, names.options('civil-affairs'));
      await expect(failure).rejects.toMatchObject({ service: 'key-authority', reason: 'UNREACHABLE' });
      await expect(failure).rejects.toThrow(
        /^A new ref cannot be made now: key-authority does not answer\. Refs made before still work\.$/,
      );
    } finally {
      names.down.clear();
    }
  });
});
