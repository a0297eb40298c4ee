import { readFileSync } from 'node:fs';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { caseDigest } from '../schema/wire/proof.js';
import { caseHandle, requestTag } from '../schema/wire/request-tag.js';
import { LADDER, type Step } from './ladder.js';
import { AUDIENCE, type FakeAnswer, type FakeHub, fakeAsker, fakeHub, KEY, type Received } from './testing/fake-hub.js';

const ID = '11010519491231002X';
const lin = fakeAsker('lin-yue', 'charity-desk', ['case-officer']);
const chen = fakeAsker('chen-jianguo', 'bureau-desk', ['case-manager']);
const PRIOR_AID = 'query Q($id: ID!) { person(id: $id) { id charityAid { items { note } } priorAid { sources notes } } }';

let hub: FakeHub;
const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
  jest.spyOn(console, level).mockImplementation(() => undefined),
);

beforeAll(async () => {
  hub = await fakeHub();
});
afterEach(() => {
  hub.misbehave.clear();
  for (const list of [hub.received, hub.operations, hub.batches, hub.logged]) list.length = 0;
});
afterAll(async () => {
  await hub.app.close();
  expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
});

/** Posts a body with a good token and proof, changed as given. */
async function posted(
  body: string | Buffer,
  change: { headers?: Record<string, string>; claims?: object; method?: string; path?: string; as?: typeof lin } = {},
) {
  const as = change.as ?? lin;
  const proof = as.prove(change.method ? '' : body, change.claims);
  const headers = { 'content-type': 'application/json', authorization: `DPoP ${as.token}`, dpop: proof, ...change.headers };
  const response = await hub.post(body, headers, {
    ...(change.method ? { method: change.method } : {}),
    ...(change.path ? { path: change.path } : {}),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
const codeOf = (text: string) => (JSON.parse(text) as FakeAnswer['body']).errors?.[0]?.extensions.code;
const query = (text: string, variables?: object) => JSON.stringify({ query: text, ...(variables ? { variables } : {}) });
const GOOD = query('{ person(id: "a") { id } }');
const representations = ({ body }: Received) =>
  (JSON.parse(body) as { variables?: { representations?: Record<string, string>[] } }).variables?.representations ?? [];

describe('the ladder', () => {
  test('README, array and what runs are the same steps in the same order', async () => {
    const ran: string[] = [];
    const steps = LADDER as { -readonly [K in keyof Step]: Step[K] }[];
    const originals = steps.map(({ plugin }) => plugin);
    for (const step of steps) {
      const make = step.plugin;
      step.plugin = (options) => traced(make(options), () => ran.includes(step.name) || ran.push(step.name));
    }
    const watched = await fakeHub();
    for (const [index, plugin] of originals.entries()) (steps[index] as { plugin: unknown }).plugin = plugin;
    await watched.ask(lin, '{ people(ids: ["a", "b"]) { id charityAid { asOf } } }');
    await watched.app.close();
    const written = [...readFileSync(new URL('README.md', import.meta.url), 'utf8').matchAll(/^ {4}([a-z-]+) {2,}/gm)].map(
      ([, name]) => name,
    );
    expect(ran).toEqual(LADDER.map(({ name }) => name));
    expect(written).toEqual(ran);
  });

  /** Calls `seen` whenever a hook of the plugin does its work, which for close and answer is the last of theirs. */
  function traced(plugin: GatewayPlugin, seen: () => void): GatewayPlugin {
    return Object.fromEntries(
      Object.entries(plugin).map(([hook, run]) => [
        hook,
        (...args: unknown[]) => {
          const after = (run as (...args: unknown[]) => unknown)(...args);
          const later = (after as { onExecuteDone?: (...args: unknown[]) => unknown } | undefined)?.onExecuteDone;
          if (!later) seen();
          return later ? { onExecuteDone: (...done: unknown[]) => [seen(), later(...done)][1] } : after;
        },
      ]),
    );
  }

  test('opened before any fetch, closed before release, with the answers used', async () => {
    let openedFirst = false;
    hub.misbehave.set('linkage', () => {
      openedFirst = hub.operations[0]?.kind === 'OPENED';
      return undefined;
    });
    const { status, body } = await hub.ask(lin, PRIOR_AID, { id: 'a' }, { caseRef: 'C-17' });
    const [opened, closed] = hub.operations;
    expect([status, openedFirst, hub.operations.length]).toEqual([200, true, 2]);
    expect(opened).toMatchObject({
      kind: 'OPENED',
      organisation: 'charity-federation',
      client: 'charity-desk',
      user: 'lin-yue',
      caseRef: 'C-17',
    });
    expect(closed).toMatchObject({ kind: 'CLOSED', requestId: body.extensions?.disclosure.receipt });
    expect(closed?.kind === 'CLOSED' && closed.answers).toEqual(
      hub.received.map(({ subgraph, statement }) => ({ audience: subgraph, jti: statement.jti })),
    );
  });

  test.each(['OPENED', 'CLOSED'])('%s not recorded: nothing is released', async (kind) => {
    hub.misbehave.set('operations', ({ body }) => (body.includes(`"kind":"${kind}"`) ? new Response(null, { status: 500 }) : undefined));
    const { status, text } = await hub.ask(lin, PRIOR_AID, { id: 'a' });
    expect([status, codeOf(text), text.includes('"data"')]).toEqual([503, 'NOT_RECORDED', false]);
    expect(hub.received.length > 0).toBe(kind === 'CLOSED');
  });

  test('openings of concurrent requests share a POST', async () => {
    await Promise.all(Array.from({ length: 40 }, () => hub.ask(lin, '{ __typename }')));
    expect(hub.operations).toHaveLength(80);
    expect(hub.batches.length).toBeLessThan(30);
  });
});

describe('who asks, and why', () => {
  const now = Math.floor(Date.now() / 1000);
  test.each<[string, Parameters<typeof posted>[1], number, string]>([
    ['no token', { headers: { authorization: '' } }, 401, 'UNAUTHENTICATED'],
    ['a bearer token', { headers: { authorization: `Bearer ${lin.token}` } }, 401, 'UNAUTHENTICATED'],
    ["another asker's token", { headers: { authorization: `DPoP ${chen.token}` } }, 401, 'UNAUTHENTICATED'],
    ['no proof', { headers: { dpop: '' } }, 401, 'UNAUTHENTICATED'],
    ["another asker's proof", { headers: { dpop: chen.prove(GOOD) } }, 401, 'UNAUTHENTICATED'],
    ['two proofs', { headers: { dpop: `${lin.prove(GOOD)}, ${lin.prove(GOOD)}` } }, 401, 'UNAUTHENTICATED'],
    ['proof of another body', { claims: { body_digest: 'x'.repeat(43) } }, 401, 'UNAUTHENTICATED'],
    ['proof for another address', { claims: { htu: 'http://elsewhere.test/graphql' } }, 401, 'UNAUTHENTICATED'],
    ['old proof', { claims: { iat: now - 3600 } }, 401, 'UNAUTHENTICATED'],
    ['a proof named with half a character', { claims: { jti: 'half-a-character-\ud800' } }, 401, 'UNAUTHENTICATED'],
    ['a proof with a long name', { claims: { jti: 'x'.repeat(129) } }, 401, 'UNAUTHENTICATED'],
    ['a time in words', { claims: { iat: String(now) } }, 401, 'UNAUTHENTICATED'],
    ['a time with a fraction', { claims: { iat: now + 0.5 } }, 401, 'UNAUTHENTICATED'],
    ['a user named with half a character', { as: fakeAsker('half-\ud800', 'charity-desk', ['case-officer']) }, 401, 'UNAUTHENTICATED'],
    ['case without salt', { headers: { 'case-ref': 'C-1' } }, 401, 'UNAUTHENTICATED'],
    ['case the proof does not name', { headers: { 'case-ref': 'C-1', 'case-salt': 's' } }, 401, 'UNAUTHENTICATED'],
    [
      'another case than the proof names',
      { headers: { 'case-ref': 'C-2', 'case-salt': 's' }, claims: { case_digest: caseDigest('s', 'C-1') } },
      401,
      'UNAUTHENTICATED',
    ],
    ['proof names a case, request none', { claims: { case_digest: caseDigest('s', 'C-1') } }, 401, 'UNAUTHENTICATED'],
    ['no purpose', { claims: { purpose: undefined } }, 403, 'PURPOSE_REQUIRED'],
    ['unknown purpose', { claims: { purpose: 'CURIOSITY' } }, 403, 'PURPOSE_REQUIRED'],
    ['purpose named like a prototype', { claims: { purpose: 'constructor' } }, 403, 'PURPOSE_REQUIRED'],
    ['two purposes', { claims: { purpose: ['PRIOR_AID_CHECK', 'CASE_REVIEW'] } }, 403, 'PURPOSE_REQUIRED'],
    ["another client's purpose", { claims: { purpose: 'CASE_REVIEW' } }, 403, 'PURPOSE_NOT_REGISTERED'],
    ['emergency', { claims: { purpose: 'EMERGENCY' } }, 403, 'PURPOSE_NOT_REGISTERED'],
    ['a role the purpose is not for', { as: fakeAsker('intern', 'charity-desk', ['intern']) }, 403, 'PURPOSE_NOT_REGISTERED'],
    ['no role', { as: fakeAsker('nobody', 'charity-desk', []) }, 403, 'PURPOSE_NOT_REGISTERED'],
    ['unknown client', { as: fakeAsker('nobody', 'unknown-desk', ['case-officer']) }, 401, 'UNAUTHENTICATED'],
  ])('%s', async (_, change, status, code) => {
    const answer = await posted(GOOD, change);
    expect([answer.status, codeOf(answer.text)]).toEqual([status, code]);
    expect(hub.operations).toEqual([]);
    expect(answer.headers.get('www-authenticate') !== null).toBe(status === 401);
  });

  test('a proof is good once', async () => {
    const dpop = lin.prove(GOOD);
    const statuses = await Promise.all([1, 2, 3].map(async () => (await posted(GOOD, { headers: { dpop } })).status));
    expect(statuses.sort()).toEqual([200, 401, 401]);
    expect(codeOf((await posted(GOOD, { headers: { dpop } })).text)).toBe('PROOF_REPLAYED');
  });
});

describe('what may be asked', () => {
  const wide = [...ID].map((c) => String.fromCodePoint((c.codePointAt(0) as number) + 0xfee0)).join('');
  test.each<[string, string, Parameters<typeof posted>[1]?]>([
    ['literal', query(`{ person(id: "${ID}") { id } }`)],
    ['variable', query('query($id: ID!) { person(id: $id) { id } }', { id: ID })],
    ['alias', query(`{ a${ID}: person(id: "a") { id } }`)],
    ['comment', query(`# ${ID}\n{ __typename }`)],
    ['operation name', query(`query Of_${ID} { __typename }`)],
    ['full-width', query(`{ person(id: "${wide}") { id } }`)],
    ['separators', query(`{ person(id: "110105 1949-1231 002X") { id } }`)],
    ['no GraphQL at all', `{"${ID}": `],
    ['address', GOOD, { path: `/graphql?of=${ID}` }],
    ['header', GOOD, { headers: { 'user-agent': `for ${ID}` } }],
    ['name of a header', GOOD, { headers: { [`x-${ID}`]: '1' } }],
    ['case', GOOD, { headers: { 'case-ref': ID, 'case-salt': 's' }, claims: { case_digest: caseDigest('s', ID) } }],
    ['15 digits', query('{ person(id: "110105491231002") { id } }')],
  ])('resident ID number: %s', async (_, body, change = {}) => {
    const answer = await posted(body, change);
    expect([answer.status, codeOf(answer.text)]).toEqual([400, 'RAW_IDENTIFIER']);
    const everywhere = [
      answer.text,
      ...hub.logged,
      JSON.stringify([...answer.headers]),
      ...hub.received.map(({ body: sent }) => sent),
    ].join('');
    expect(everywhere).not.toMatch(/11010549|1949-?1231|１１０１０５/);
    expect(hub.operations).toEqual([]);
  });

  const fragments = (levels: number) =>
    Array.from({ length: levels }, (_, i) => `fragment F${i} on Person { ${i + 1 < levels ? `...F${i + 1} ...F${i + 1}` : 'id'} }`).join(
      ' ',
    );
  const many = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join(' ');
  test.each<[string, string | Buffer, number, string, Parameters<typeof posted>[1]?]>([
    ['GET', '', 405, 'METHOD_NOT_ALLOWED', { method: 'GET' }],
    ['OPTIONS', '', 405, 'METHOD_NOT_ALLOWED', { method: 'OPTIONS' }],
    ['text/plain', GOOD, 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: { 'content-type': 'text/plain' } }],
    ['multipart', GOOD, 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    ['application/graphql', GOOD, 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: { 'content-type': 'application/graphql' } }],
    ['a form', GOOD, 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['another character set', GOOD, 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: { 'content-type': 'application/json; charset=utf-7' } }],
    ['gzip', GOOD, 415, 'UNSUPPORTED_MEDIA_TYPE', { headers: { 'content-encoding': 'gzip' } }],
    ['question in the address', GOOD, 400, 'MALFORMED_REQUEST', { path: '/graphql?query={__typename}' }],
    ['a batch', `[${GOOD}]`, 400, 'MALFORMED_REQUEST'],
    ['no JSON', '{', 400, 'MALFORMED_REQUEST'],
    ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'MALFORMED_REQUEST'],
    ['no query', '{"variables":{}}', 400, 'MALFORMED_REQUEST'],
    ['variables as list', '{"query":"{__typename}","variables":[]}', 400, 'MALFORMED_REQUEST'],
    ['persisted hash', '{"query":"{__typename}","extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}', 400, 'MALFORMED_REQUEST'],
    ['an address for the executor', '{"query":"{__typename}","extensions":{"endpoint":"http://evil.test"}}', 400, 'MALFORMED_REQUEST'],
    ['257 KiB', query(`{ __typename } # ${'x'.repeat(257 * 1024)}`), 413, 'BODY_TOO_LARGE'],
    ['a document of 33 KiB', query(`{ ${'x'.repeat(33 * 1024)}: __typename }`), 400, 'OPERATION_TOO_COMPLEX'],
    [
      'variables of 100,000 levels',
      `{"query":"{ __typename }","variables":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
      400,
      'OPERATION_TOO_COMPLEX',
    ],
    ['200,000 backslashes', '\\'.repeat(200_000), 400, 'MALFORMED_REQUEST'],
    ['2,001 tokens', query(`{ ${'__typename '.repeat(2_001)} }`), 400, 'OPERATION_TOO_COMPLEX'],
    ['13 levels', query(`{ person(id: "a") ${'{ x '.repeat(13)}${'}'.repeat(13)} }`), 400, 'OPERATION_TOO_COMPLEX'],
    ['31 aliases', query(`{ person(id: "a") { ${many(31, (i) => `a${i}: id`)} } }`), 400, 'OPERATION_TOO_COMPLEX'],
    ['501 fields', query(`{ person(id: "a") { ${'id '.repeat(501)} } }`), 400, 'OPERATION_TOO_COMPLEX'],
    ['fragments doubling 40 times', query(`{ person(id: "a") { ...F0 } } ${fragments(40)}`), 400, 'OPERATION_TOO_COMPLEX'],
    ['a fragment in itself', query('{ person(id: "a") { ...F } } fragment F on Person { ...F }'), 400, 'OPERATION_TOO_COMPLEX'],
    [
      'persons times fields',
      query(`query($i: [ID!]!) { people(ids: $i) { ${'id '.repeat(110)} } }`, { i: Array(200).fill('a') }),
      400,
      'OPERATION_TOO_COMPLEX',
    ],
    ['no GraphQL', query('{ person(id: '), 400, 'OPERATION_NOT_VALID'],
    ['a mutation', query('mutation { person(id: "a") { id } }'), 400, 'OPERATION_NOT_VALID'],
    ['a subscription', query('subscription { person(id: "a") { id } }'), 400, 'OPERATION_NOT_VALID'],
    ['@defer', query('{ person(id: "a") { ... @defer { id } } }'), 400, 'OPERATION_NOT_VALID'],
    ['@stream', query('{ people(ids: ["a"]) @stream { id } }'), 400, 'OPERATION_NOT_VALID'],
    ['@live', query('query @live { person(id: "a") { id } }'), 400, 'OPERATION_NOT_VALID'],
    ['a hidden key', query('{ person(id: "a") { civilAffairsKey } }'), 400, 'OPERATION_NOT_VALID'],
    ['a hidden root field', query('{ hiddenDoor }'), 400, 'OPERATION_NOT_VALID'],
    ['_entities', query('{ _entities(representations: []) { __typename } }'), 400, 'OPERATION_NOT_VALID'],
    ['_service', query('{ _service { sdl } }'), 400, 'OPERATION_NOT_VALID'],
    ['a near miss', query('{ persn(id: "a") { id } }'), 400, 'OPERATION_NOT_VALID'],
    ['a variable of another type', query('query($id: ID!) { person(id: $id) { id } }', { id: { secret: 1 } }), 400, 'OPERATION_NOT_VALID'],
    ['introspection beside data', query('{ __schema { queryType { name } } person(id: "a") { id } }'), 400, 'OPERATION_NOT_VALID'],
  ])('%s', async (_, body, status, code, change = {}) => {
    const started = performance.now();
    const answer = await posted(body, change);
    expect([answer.status, codeOf(answer.text)]).toEqual([status, code]);
    expect(answer.text).not.toMatch(/did you mean|secret|persn|person\b|Key"|civil/i);
    expect(hub.operations).toEqual([]);
    expect(performance.now() - started).toBeLessThan(500);
  });

  test('a field that is hidden and one that is not there read the same', async () => {
    const [hidden, absent] = await Promise.all(
      ['civilAffairsKey', 'civilAffairsKex'].map((field) => posted(query(`{ person(id: "a") { ${field} } }`))),
    );
    expect(hidden?.text).toBe(absent?.text);
  });

  test('introspection shows the public schema only', async () => {
    const { text } = await hub.ask(lin, '{ __schema { types { name fields { name } } directives { name } } }');
    expect(text).toContain('priorAid');
    expect(text).not.toMatch(/Key|hiddenDoor|_entities|_service|_Any|join__/);
  });

  test('other paths and streams', async () => {
    for (const path of ['/', '/healthcheck', '/readiness', '/graphql/stream', '/dev/x']) {
      expect([path, (await hub.post(GOOD, {}, { path })).status]).toEqual([path, 404]);
    }
    const answer = await posted(GOOD, { headers: { accept: 'text/event-stream' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  });
});

describe('what is sent on', () => {
  test('a statement per sub-request, named for its subgraph alone, with the evidence and nothing else of the asker', async () => {
    const { body } = await hub.ask(lin, PRIOR_AID, { id: 'a' }, { caseRef: 'C-17' });
    const receipt = body.extensions?.disclosure.receipt as string;
    expect(hub.received.map(({ subgraph }) => subgraph).sort()).toEqual(['casework', 'charity-federation', 'civil-affairs', 'linkage']);
    for (const { subgraph, statement, headers, body: sent } of hub.received) {
      expect(statement).toMatchObject({
        aud: subgraph,
        purpose: 'PRIOR_AID_CHECK',
        tag: requestTag(KEY, receipt, subgraph),
        case: caseHandle(KEY, 'charity-federation', 'C-17', subgraph),
      });
      expect(statement.requestId).toBe(['linkage', 'casework'].includes(subgraph) ? receipt : undefined);
      expect(headers.get('authorization')).toBe(`DPoP ${lin.token}`);
      expect([...headers.keys()].sort()).toEqual(['accept', 'aidgraph-statement', 'authorization', 'content-type', 'dpop']);
      expect(sent).not.toMatch(/C-17|extensions/);
    }
    expect(new Set(hub.received.map(({ statement }) => statement.jti)).size).toBe(hub.received.length);
  });

  test('a list is one sub-request per agency, in an order of its own each time, and comes back in the order asked', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `p${i}`);
    const { body } = await hub.ask(
      lin,
      'query($ids: [ID!]!) { people(ids: $ids) { id civilAffairsAid { items { note } } charityAid { items { note } } } }',
      { ids },
    );
    expect((body.data as { people: unknown[] }).people).toEqual(
      ids.map((id) => ({
        id,
        civilAffairsAid: { items: [{ note: `dibao of ca.${id}` }] },
        charityAid: { items: [{ note: `grant of cf.${id}` }] },
      })),
    );
    expect(hub.received).toHaveLength(3);
    const orders = hub.received
      .slice(1)
      .map((sub) => representations(sub).map((entry) => (entry.civilAffairsKey ?? entry.charityFederationKey)?.slice(3)));
    expect(orders[0]).not.toEqual(ids);
    expect(orders[0]).not.toEqual(orders[1]);
    expect([...(orders[0] ?? [])].sort()).toEqual([...ids].sort());
  });

  test('two lists under aliases come back each in its own order', async () => {
    const { body } = await hub.ask(
      lin,
      '{ a: people(ids: ["1", "2", "3", "4"]) { charityAid { items { note } } } b: people(ids: ["4", "5", "6"]) { charityAid { items { note } } } }',
    );
    const notes = (list: unknown) =>
      (list as { charityAid: { items: { note: string }[] } }[]).map(({ charityAid }) => charityAid.items[0]?.note);
    const { a, b } = body.data as { a: unknown; b: unknown };
    expect([notes(a), notes(b)]).toEqual([
      ['1', '2', '3', '4'].map((id) => `grant of cf.${id}`),
      ['4', '5', '6'].map((id) => `grant of cf.${id}`),
    ]);
  });
});

describe('what comes back', () => {
  const answers = (json: object, init?: ResponseInit) => () => Response.json(json, init);
  const report = (jti: string) => ({ aidgraph: { jti, lines: [], asOf: null, policyVersion: null } });
  const LEAK = 'connect ECONNREFUSED 10.0.0.7:5432 at /srv/agency/db.js:12 password=hunter2';

  test.each<[string, (sub: Received) => Response]>([
    [
      'down',
      () => {
        throw new TypeError('fetch failed', { cause: new Error(LEAK) });
      },
    ],
    ['an error page', () => new Response(`<html>${LEAK}</html>`, { status: 502, headers: { 'content-type': 'text/html' } })],
    ['refused', answers({ errors: [{ message: LEAK }] }, { status: 401 })],
    ['no report', answers({ data: { _entities: [{ charityAid: { asOf: LEAK, items: [{ id: LEAK, note: LEAK }] } }] } })],
    [
      'a report for another statement',
      ({ statement }) =>
        Response.json({ data: { _entities: [{ charityAid: { asOf: LEAK, items: [] } }] }, extensions: report(`${statement.jti}x`) }),
    ],
    [
      'an event stream',
      () => new Response(`data: {"data":{"_entities":[{"charityAid":null}]}}\n\n`, { headers: { 'content-type': 'text/event-stream' } }),
    ],
    ['a redirect', () => new Response(null, { status: 307, headers: { location: 'http://evil.test/' } })],
    ['an empty answer', () => new Response('')],
    [
      'a prototype',
      ({ statement }) =>
        new Response(`{"data":{"_entities":[{"__proto__":{"x":1}}]},"extensions":${JSON.stringify(report(statement.jti))}}`),
    ],
    ['too much', () => new Response('x', { headers: { 'content-length': '99999999' } })],
  ])('one agency %s: the other answers, the missing source is named, nothing of it leaks', async (_, misbehave) => {
    hub.misbehave.set('charity-federation', misbehave);
    const { status, text, body } = await hub.ask(lin, PRIOR_AID, { id: 'a' });
    expect([status, body.data]).toEqual([
      200,
      { person: { id: 'a', charityAid: null, priorAid: { sources: ['civil-affairs', 'missing'], notes: ['dibao of ca.a'] } } },
    ]);
    expect(body.errors).toEqual([{ message: expect.any(String), extensions: { code: 'SOURCE_UNAVAILABLE', remedy: expect.any(String) } }]);
    expect(body.extensions?.disclosure.sources.filter(({ answered }) => !answered)).toEqual([
      { source: 'charity-federation', asOf: null, answered: false },
    ]);
    expect(text + hub.logged.join('')).not.toMatch(/ECONNREFUSED|hunter2|10\.0\.0\.7|\.test|\.internal|evil/);
  });

  test('linkage down: no data, the same shape', async () => {
    hub.misbehave.set('linkage', () => new Response(null, { status: 503 }));
    const { status, body } = await hub.ask(lin, PRIOR_AID, { id: 'a' });
    expect([status, body.data, body.errors?.map(({ extensions }) => extensions.code)]).toEqual([200, null, ['SOURCE_UNAVAILABLE']]);
  });

  test('errors of a subgraph pass by code alone, and only as far as the asker selected', async () => {
    const failing =
      (code: string, path: unknown[]) =>
      ({ statement }: Received) =>
        Response.json({
          data: null,
          errors: [{ message: LEAK, path, extensions: { code, stacktrace: [LEAK] } }],
          extensions: report(statement.jti),
        });
    const shown = async () =>
      (await hub.ask(lin, '{ person(id: "a") { id priorAid { sources } } }')).body.errors?.map(({ message, path, extensions }) => [
        extensions.code,
        path,
        message.includes('10.0'),
      ]);
    hub.misbehave.set('linkage', failing('REF_NOT_VALID', ['person']));
    expect(await shown()).toEqual([['REF_NOT_VALID', undefined, false]]);
    hub.misbehave.clear();
    // charityAid is fetched for priorAid only: the asker did not select it.
    hub.misbehave.set('charity-federation', failing('SCHEMA_RELOAD', ['_entities', 0, 'charityAid', 'items']));
    expect(await shown()).toEqual([['INTERNAL', ['person'], false]]);
    expect(hub.operations.filter(({ kind }) => kind === 'OPENED')).toHaveLength(2);
  });

  test('lines of the report: under the name of who was asked, in the words of the vocabularies, each once', async () => {
    hub.misbehave.set('civil-affairs', async ({ statement }) => {
      const lines = [
        { source: 'charity-federation', coordinate: 'Person.civilAffairsAid', outcome: 'RAW', basis: 'LAW' },
        { source: 'x', coordinate: 'Person.civilAffairsAid', outcome: 'RAW', basis: 'LAW', person: 'a' },
        { source: 'x', coordinate: 'AidRecord.amount', outcome: 'TRANSFORMED', transform: 'BAND_AMOUNT', basis: LEAK },
        { source: 'x', coordinate: LEAK, outcome: 'RAW' },
        { source: 'x', coordinate: 'A.b', outcome: LEAK },
      ];
      return Response.json({
        data: { _entities: [null] },
        extensions: { aidgraph: { jti: statement.jti, lines, asOf: '2024-05-17T00:00:00Z', policyVersion: LEAK } },
      });
    });
    const { body, text } = await hub.ask(lin, '{ person(id: "a") { civilAffairsAid { asOf } } }');
    expect(body.extensions?.disclosure.lines).toEqual([
      { source: 'civil-affairs', coordinate: 'AidRecord.amount', outcome: 'TRANSFORMED', transform: 'BAND_AMOUNT' },
      { source: 'civil-affairs', coordinate: 'Person.civilAffairsAid', outcome: 'RAW', basis: 'LAW' },
    ]);
    expect(text).not.toContain('ECONNREFUSED');
    expect(body.extensions?.disclosure.sources).toContainEqual({ source: 'civil-affairs', asOf: '2024-05-17T00:00:00Z', answered: true });
  });
});

describe('A11: many askers, the same question at once', () => {
  const QUESTION = '{ person(id: "same") { whoAsked } }';
  const askers = Array.from({ length: 20 }, (_, i) => fakeAsker(`user-${i}`, 'charity-desk', ['case-officer']));

  async function askAll(through: FakeHub): Promise<(string | null)[]> {
    through.misbehave.set('civil-affairs', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return undefined;
    });
    const all = await Promise.all(askers.map((asker) => through.ask(asker, QUESTION)));
    return all.map(({ body }) => (body.data as { person: { whoAsked: string | null } | null } | null)?.person?.whoAsked ?? null);
  }

  test('each gets their own answer, each is a sub-request of its own', async () => {
    expect(await askAll(hub)).toEqual(askers.map((_, i) => `user-${i}`));
    expect(hub.received.filter(({ subgraph }) => subgraph === 'civil-affairs')).toHaveLength(20);
  });

  test('control: on a network that shares what is in flight, answers are shared, and match refuses every one that is not the own', async () => {
    const sharing = await fakeHub({}, shareInFlight);
    try {
      const shown = await askAll(sharing);
      expect(sharing.received.length).toBeLessThan(40);
      expect(shown.filter((user) => user === null).length).toBeGreaterThan(0);
      expect(shown.every((user, i) => user === null || user === `user-${i}`)).toBe(true);
    } finally {
      await sharing.app.close();
    }
  });

  /** What HTTP executors and proxies do to save work: the same bytes to the same address while a first is under way get its answer. */
  function shareInFlight(send: typeof fetch): typeof fetch {
    const underWay = new Map<string, Promise<{ status: number; text: string }>>();
    return async (input, init) => {
      if (String(input).endsWith('/operations')) return send(input, init);
      const key = `${input} ${init?.body}`;
      let exchange = underWay.get(key);
      if (!exchange) {
        exchange = send(input, init).then(async (response) => ({ status: response.status, text: await response.text() }));
        underWay.set(key, exchange);
        void exchange.finally(() => underWay.delete(key));
      }
      const { status, text } = await exchange;
      return new Response(text, { status });
    };
  }
});

describe('development', () => {
  const got = async (through: FakeHub, method: string, path: string) =>
    through.app.handle(new Request(`http://gateway.test${path}`, { method, ...(method === 'POST' ? { body: '{"user":"lin-yue"}' } : {}) }));

  test('a page to try questions on that loads and sends nowhere else; in production nothing of it', async () => {
    const page = await got(hub, 'GET', '/');
    const text = await page.text();
    expect([page.status, text.includes(AUDIENCE), text.includes('"CONFIG"')]).toEqual([200, true, false]);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*connect-src 'self'/);
    expect([(await got(hub, 'POST', '/dev/token')).status, (await got(hub, 'GET', '/dev/client.js')).status]).toEqual([200, 200]);

    const production = await fakeHub({ development: false });
    for (const [method, path] of [
      ['GET', '/'],
      ['POST', '/dev/token'],
      ['GET', '/dev/client.js'],
    ] as const) {
      expect([path, (await got(production, method, path)).status]).toEqual([path, 404]);
    }
    const { status } = await production.ask(lin, '{ __typename }');
    expect(status).toBe(401);
    await production.app.close();
  });
});

describe('time', () => {
  test('a slow source is left out; a slow hub is DEADLINE_EXCEEDED, and nothing is closed', async () => {
    const quick = await fakeHub({ deadline: 2_000 });
    const slowly = (ms: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      return undefined;
    };
    quick.misbehave.set('charity-federation', slowly(1_200));
    const partial = await quick.ask(lin, PRIOR_AID, { id: 'a' });
    expect([partial.status, partial.body.data]).toEqual([
      200,
      { person: { id: 'a', charityAid: null, priorAid: { sources: ['civil-affairs', 'missing'], notes: ['dibao of ca.a'] } } },
    ]);
    quick.misbehave.clear();
    quick.operations.length = 0;
    quick.misbehave.set('operations', ({ body }) => (body.includes('CLOSED') ? slowly(2_500)() : undefined));
    const late = await quick.ask(lin, PRIOR_AID, { id: 'a' });
    expect([late.status, codeOf(late.text)]).toEqual([504, 'DEADLINE_EXCEEDED']);
    await quick.app.close();
  });
});
