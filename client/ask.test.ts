import { beforeAll, expect, test } from '@jest/globals';
import { caseDigest, readProof } from '../schema/wire/proof.js';
import { bodyDigest } from '../schema/wire/statement.js';
import { type AskOptions, ask } from './ask.js';
import { createAskerKey, thumbprintOf } from './asker-key.js';

const ENDPOINT = 'https://hub.example/graphql';
const now = new Date('2026-01-15T02:00:00Z');
const question = { query: 'query Q($id: ID!) { person(id: $id) { id } }', variables: { id: '1.a' }, operationName: 'Q' };
let keyPair: CryptoKeyPair;
let sent: Request[];

beforeAll(async () => {
  keyPair = await createAskerKey();
});

function options(answer: () => Response | Promise<Response>, more: Partial<AskOptions> = {}): AskOptions {
  sent = [];
  const send: typeof fetch = async (input, init) => {
    sent.push(new Request(input as string, init));
    return answer();
  };
  return { endpoint: ENDPOINT, token: () => 't.o.k', keyPair, purpose: 'PRIOR_AID_CHECK', fetch: send, now: () => now, ...more };
}

test('sends the question with a proof over exactly its bytes', async () => {
  const disclosure = { receipt: 'r', purpose: 'PRIOR_AID_CHECK', lines: [], sources: [] };
  const answer = await ask(
    question,
    options(() => Response.json({ data: { person: { id: '1.a' } }, extensions: { disclosure } })),
  );
  expect(answer).toEqual({ kind: 'ANSWERED', data: { person: { id: '1.a' } }, errors: [], disclosure });
  const [request] = sent as [Request];
  const proof = readProof(request.headers.get('dpop') as string, { jkt: await thumbprintOf(keyPair), token: 't.o.k', htu: ENDPOINT, now });
  const text = await request.text();
  expect(request.headers.get('authorization')).toBe('DPoP t.o.k');
  expect(proof?.body_digest).toBe(bodyDigest(text));
  expect(JSON.parse(text)).toEqual(question);
  expect(request.headers.has('case-ref')).toBe(false);
});

test('the case travels beside its salted digest, in ASCII', async () => {
  await ask(
    question,
    options(() => Response.json({ data: {} }), { caseRef: '慈救 2026/7 (50%)' }),
  );
  const [request] = sent as [Request];
  const [caseRef, salt] = [request.headers.get('case-ref') as string, request.headers.get('case-salt') as string];
  expect(decodeURIComponent(caseRef)).toBe('慈救 2026/7 (50%)');
  const proof = readProof(request.headers.get('dpop') as string, { jkt: await thumbprintOf(keyPair), token: 't.o.k', htu: ENDPOINT, now });
  expect(proof?.case_digest).toBe(caseDigest(salt, caseRef));
});

test('partial data comes with its errors', async () => {
  const error = {
    message: 'A source did not answer.',
    path: ['person', 'priorAid'],
    extensions: { code: 'SOURCE_UNAVAILABLE', remedy: 'Wait.' },
  };
  const answer = await ask(
    question,
    options(() => Response.json({ data: { person: null }, errors: [error] })),
  );
  expect(answer).toMatchObject({
    kind: 'ANSWERED',
    errors: [{ code: 'SOURCE_UNAVAILABLE', remedy: 'Wait.', path: ['person', 'priorAid'] }],
  });
});

test('a refusal is an answer', async () => {
  const refusal = {
    errors: [{ message: 'A request needs exactly one purpose.', extensions: { code: 'PURPOSE_REQUIRED', remedy: 'Name one.' } }],
  };
  const answer = await ask(
    question,
    options(() => Response.json(refusal, { status: 403 })),
  );
  expect(answer).toMatchObject({ kind: 'REFUSED', status: 403, errors: [{ code: 'PURPOSE_REQUIRED', remedy: 'Name one.' }] });
});

test.each([
  ['no JSON', () => new Response('<html>', { status: 200 })],
  ['null', () => Response.json(null)],
  ['no data', () => Response.json({ data: null, errors: [{ message: 'm' }] })],
])('an answer with %s is no data', async (_, answer) => {
  expect(await ask(question, options(answer))).toMatchObject({ kind: 'REFUSED', status: 200 });
});

test('a hub that cannot be reached is an answer without its address', async () => {
  const answer = await ask(
    question,
    options(() => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.1'))),
  );
  expect(answer).toEqual({ kind: 'UNREACHABLE' });
});
