import { beforeAll, describe, expect, test } from '@jest/globals';
import { enrol } from '../../client/enrol.js';
import { nobleGroup } from '../../client/group/noble-group.js';
import { normaliseResidentId } from '../../client/normalise-resident-id.js';
import { createKeyAuthorityApp } from '../../key-authority/app.js';
import { createLog } from '../../runtime/log.js';
import type { EnrolmentAnswer, EnrolmentAudience, EnrolmentRequest } from '../../schema/wire/enrolment.js';
import { readTaggingKeys } from '../../subgraphs/linkage/names/tagging-keys.js';
import { badTexts } from './bad-elements.js';
import { createNames, GENERATION, type Names } from './names-harness.js';

const SERVICES: EnrolmentAudience[] = ['linkage', 'key-authority'];
const POINT = Buffer.from(nobleGroup.hashToGroup(new Uint8Array([1]))).toString('base64url');
const ID = normaliseResidentId('99911219491231005X');
let names: Names;

beforeAll(async () => {
  names = await createNames();
});

function request(service: EnrolmentAudience, more: Partial<Record<keyof EnrolmentRequest, unknown>> = {}): EnrolmentRequest {
  const keyId = names.naming.linkage['civil-affairs']?.keyId as string;
  const evaluations = service === 'linkage' ? [] : [{ keyId, proof: null }];
  return { organisation: 'civil-affairs', generation: GENERATION, elements: [POINT], evaluations, ...more } as EnrolmentRequest;
}

describe.each(SERVICES)('%s', (service) => {
  test('positive control: a good request is answered', async () => {
    const keyId = service === 'linkage' ? names.naming.linkage['civil-affairs']?.keyId : names.naming.authority.keyId;
    const answer = (await names.attempt(service, request(service, { elements: Array(1000).fill(POINT) }))) as EnrolmentAnswer;
    expect(answer).toMatchObject({ generation: GENERATION, evaluation: { keyId, proof: null } });
    expect(answer.elements).toHaveLength(1000);
    expect(answer.elements[0]).not.toBe(POINT);
  });

  test.each(badTexts(POINT))('C7: %s', async (_, text) => {
    expect(await names.attempt(service, request(service, { elements: [POINT, text] }))).toBe('POINT_NOT_VALID');
  });

  test.each([
    ['ENROLMENT_MALFORMED', { elements: [] }],
    ['ENROLMENT_MALFORMED', { elements: POINT }],
    ['ENROLMENT_MALFORMED', { elements: [1] }],
    ['ENROLMENT_MALFORMED', { evaluations: null }],
    ['ENROLMENT_MALFORMED', { evaluations: [{ keyId: 'A', proof: 'B' }] }],
    ['ENROLMENT_MALFORMED', { generation: 1 }],
    ['GENERATION_UNKNOWN', { generation: '2' }],
    ['BODY_TOO_LARGE', { elements: Array(1001).fill(POINT) }],
    ['BODY_TOO_LARGE', { elements: Array(2000).fill(POINT) }],
  ])('%s for %j', async (code, difference) => {
    expect(await names.attempt(service, request(service, difference))).toBe(code);
  });

  test.each(['', '{', 'null', '[]', '"x"', '\u0000'])('a body of %j', async (body) => {
    const response = await names.send(service, body, names.sign('civil-affairs', service, body));
    expect(response.status).toBe(400);
  });

  describe('only the organisation itself', () => {
    const refusedWith = async (body: string, signature: string | null) => {
      const response = await names.send(service, body, signature);
      return [response.status, ((await response.json()) as { errors: [{ extensions: { code: string } }] }).errors[0].extensions.code];
    };
    const REFUSED = [401, 'ENROLMENT_REFUSED'];
    const other: EnrolmentAudience = service === 'linkage' ? 'key-authority' : 'linkage';

    test('no signature, garbage, another organisation, another body, another server', async () => {
      const body = JSON.stringify(request(service));
      expect(await refusedWith(body, null)).toEqual(REFUSED);
      expect(await refusedWith(body, 'a.b.c')).toEqual(REFUSED);
      expect(await refusedWith(body, '..')).toEqual(REFUSED);
      expect(await refusedWith(body, names.sign('charity-federation', service, body))).toEqual(REFUSED);
      expect(await refusedWith(body, names.sign('civil-affairs', service, `${body} `))).toEqual(REFUSED);
      expect(await refusedWith(body, names.sign('civil-affairs', other, body))).toEqual(REFUSED);
    });

    test('in the name of another organisation, with the own signature', async () => {
      const body = JSON.stringify(request(service, { organisation: 'charity-federation' }));
      expect(await refusedWith(body, names.sign('civil-affairs', service, body))).toEqual(REFUSED);
    });

    test('an organisation unknown, without enrolment key, or named like a property of every object', async () => {
      for (const organisation of ['nobody', 'crowdfunding', '__proto__', 'constructor']) {
        const body = JSON.stringify(request(service, { organisation }));
        expect(await refusedWith(body, names.sign('civil-affairs', service, body))).toEqual(REFUSED);
      }
    });

    test('signed too long ago, or in the future', async () => {
      const body = JSON.stringify(request(service));
      const signature = names.sign('civil-affairs', service, body);
      const signedAt = names.clock.now;
      for (const seconds of [61, -6]) {
        names.clock.now = new Date(signedAt.getTime() + seconds * 1000);
        expect(await refusedWith(body, signature)).toEqual(REFUSED);
      }
      names.clock.now = signedAt;
      expect((await names.send(service, body, signature)).status).toBe(200);
    });
  });
});

describe('C13: the wrong order', () => {
  test('the authority refuses elements linkage is not said to have evaluated', async () => {
    const charity = names.naming.linkage['charity-federation'] as { keyId: string };
    const entries = [
      [],
      [{ keyId: 'unknown', proof: null }],
      [{ keyId: charity.keyId, proof: null }],
      [{ keyId: names.naming.authority.keyId, proof: null }],
    ];
    for (const evaluations of entries) {
      expect(await names.attempt('key-authority', request('key-authority', { evaluations }))).toBe('ENROLMENT_MALFORMED');
    }
  });

  test('linkage refuses elements anybody is said to have evaluated', async () => {
    const evaluations = [{ keyId: names.naming.authority.keyId, proof: null }];
    expect(await names.attempt('linkage', request('linkage', { evaluations }))).toBe('ENROLMENT_MALFORMED');
  });
});

describe('C6, C7: the client uses no answer that is not valid', () => {
  const answering = (service: EnrolmentAudience, change: (answer: EnrolmentAnswer) => unknown) => {
    const options = names.options('civil-affairs');
    const send = options.fetch as typeof fetch;
    const host = service === 'linkage' ? 'linkage' : 'authority';
    return enrol([ID], {
      ...options,
      fetch: async (url, init) => {
        const response = await send(url, init);
        return new URL(String(url)).hostname === host ? Response.json(change((await response.json()) as EnrolmentAnswer)) : response;
      },
    });
  };

  test.each(SERVICES)('%s, positive control: an unchanged answer is used', async (service) => {
    expect(await answering(service, (answer) => answer)).toHaveLength(1);
  });

  describe.each(SERVICES)('%s', (service) => {
    test.each(badTexts(POINT))('%s', async (_, text) => {
      const failure = answering(service, (answer) => ({ ...answer, elements: [text] }));
      await expect(failure).rejects.toMatchObject({ name: 'EnrolmentError', service, reason: 'ANSWER_NOT_VALID' });
    });

    test.each([
      ['too many elements', (answer: EnrolmentAnswer) => ({ ...answer, elements: [POINT, POINT] })],
      ['no elements', (answer: EnrolmentAnswer) => ({ ...answer, elements: [] })],
      ['another generation', (answer: EnrolmentAnswer) => ({ ...answer, generation: '2' })],
      ['another key', (answer: EnrolmentAnswer) => ({ ...answer, evaluation: { keyId: 'another', proof: null } })],
      ['null', () => null],
    ])('%s', async (_, change) => {
      await expect(answering(service, change)).rejects.toMatchObject({ service, reason: 'ANSWER_NOT_VALID' });
    });
  });

  test('a refusal is told with its code', async () => {
    const failure = enrol([ID], names.options('civil-affairs', { sign: () => 'a.b.c' }));
    await expect(failure).rejects.toMatchObject({ service: 'linkage', reason: 'REFUSED', code: 'ENROLMENT_REFUSED' });
  });
});

describe('other doors', () => {
  const log = createLog('names', 'silent');

  test('only POST /evaluate is there', async () => {
    const app = await createKeyAuthorityApp({
      registry: names.registry,
      secrets: names.secrets.authority,
      now: () => names.clock.now,
      log,
    });
    expect((await app.handle(new Request('http://authority/evaluate'))).status).toBe(405);
    expect((await app.handle(new Request('http://authority/keys', { method: 'POST' }))).status).toBe(404);
  });

  test('neither server starts with other keys than the registry names, and says so without showing them', async () => {
    const { naming } = await createNames();
    const registry = { ...names.registry, naming: [naming, { ...naming, generation: '9' }] };
    const authority = createKeyAuthorityApp({ registry, secrets: names.secrets.authority, now: () => names.clock.now, log });
    await expect(authority).rejects.toThrow(/k-1\.key is not the key the registry names[\s\S]*k-9\.key is missing/);
    await expect(readTaggingKeys(registry, names.secrets.linkage)).rejects.toThrow(
      /t-1\.json has not the key .* civil-affairs[\s\S]*t-9\.json is missing/,
    );
  });
});
