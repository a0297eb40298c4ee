import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openSecrets } from '../../runtime/secrets.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { KeySealer } from '../../schema/wire/sealed-key.js';
import { bodyDigest, type Statement, signStatement } from '../../schema/wire/statement.js';
import type { Exchange, Hub } from '../hub/hub.js';
import { ASK_PERSON } from '../hub/questions.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/**
 * A7: `_entities` straight at an agency. A8: representations with keys that linkage did not seal for this request.
 * A8b: what a stolen gateway key is worth. Each probe is a genuine sub-request with one thing changed; the genuine one,
 * sent the same way, must be answered.
 */
const AGENCY = 'civil-affairs';
const county = testCounty();
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
}, 120_000);
afterAll(() => hub?.close());

const statementKey = (audience = AGENCY) => openSecrets(hub.home.secrets('gateway')).key(`statement-${audience}.key`);
const claimsOf = (exchange: Exchange): Statement =>
  JSON.parse(Buffer.from((exchange.request.headers.get(HEADERS.statement) ?? '').split('.')[1] ?? '', 'base64url').toString());

/** A sub-request the gateway made for the case manager; `unsent` ones were not answered by the agency. */
async function genuine(options: { unsent?: boolean; as?: string; label?: string } = {}): Promise<Exchange> {
  const as = options.as ?? 'chen-jianguo';
  const [organisation, purpose] =
    as === 'chen-jianguo' ? (['civil-affairs', 'CASE_REVIEW'] as const) : (['charity-federation', 'PRIOR_AID_CHECK'] as const);
  const variables = { id: await hub.refOf(organisation, county.person(options.label ?? 'aided-by-both')) };
  const app = hub.apps.get(AGENCY);
  if (!app) throw new Error('not there');
  if (options.unsent) hub.apps.set(AGENCY, { ...app, handle: async () => new Response('{}') });
  hub.recordExchanges = true;
  await hub.ask({ as, purpose, query: ASK_PERSON, variables });
  hub.recordExchanges = false;
  hub.apps.set(AGENCY, app);
  const found = hub.exchanges.splice(0).find(({ to, path }) => to === AGENCY && path === '/graphql');
  if (!found) throw new Error('the agency was not asked');
  return found;
}

interface Sent {
  headers: Record<string, string>;
  body: string;
}

const sentAs = ({ request }: Exchange): Sent => ({ headers: Object.fromEntries(request.headers), body: request.body });
const resign = (sent: Sent, exchange: Exchange, change: Partial<Statement> = {}, key = statementKey()): Sent => ({
  ...sent,
  headers: {
    ...sent.headers,
    [HEADERS.statement]: signStatement({ ...claimsOf(exchange), jti: randomUUID(), bodyDigest: bodyDigest(sent.body), ...change }, key),
  },
});
const withKey = (body: string, key: string): string => body.replaceAll(/"civilAffairsKey":"[^"]+"/g, `"civilAffairsKey":"${key}"`);
const keyIn = (exchange: Exchange): string => /"civilAffairsKey":"([^"]+)"/.exec(exchange.request.body)?.[1] ?? '';

const seconds = () => Math.floor(Date.now() / 1000);

/** What is changed, given a genuine unanswered sub-request. */
const PROBES: Readonly<Record<string, (exchange: Exchange) => Sent | Promise<Sent>>> = {
  'A7 no statement': (exchange) => {
    const { [HEADERS.statement]: _, ...headers } = sentAs(exchange).headers;
    return { ...sentAs(exchange), headers };
  },
  'A7 no token': (exchange) => {
    const { [HEADERS.authorization]: _, ...headers } = sentAs(exchange).headers;
    return { ...sentAs(exchange), headers };
  },
  'A7 no proof': (exchange) => {
    const { [HEADERS.proof]: _, ...headers } = sentAs(exchange).headers;
    return { ...sentAs(exchange), headers };
  },
  'A7 expired': (exchange) => resign(sentAs(exchange), exchange, { iat: seconds() - 120, exp: seconds() - 60 }),
  'A7 too long a life': (exchange) => resign(sentAs(exchange), exchange, { exp: seconds() + 3_600 }),
  'A7 from the future': (exchange) => resign(sentAs(exchange), exchange, { iat: seconds() + 600, exp: seconds() + 650 }),
  'A7 for another audience': (exchange) => resign(sentAs(exchange), exchange, { aud: 'charity-federation' }),
  'A7 under another subgraph’s key': (exchange) => resign(sentAs(exchange), exchange, {}, statementKey('charity-federation')),
  'A7 body changed after signing': (exchange) => ({ ...sentAs(exchange), body: exchange.request.body.replace('{"query"', '{ "query"') }),
  'A7 claims swapped: another purpose than the proof’s': (exchange) => resign(sentAs(exchange), exchange, { purpose: 'EMERGENCY' }),
  'A7 algorithm none': (exchange) => {
    const payload = (exchange.request.headers.get(HEADERS.statement) ?? '').split('.')[1];
    const header = Buffer.from('{"alg":"none","typ":"aidgraph-statement+jwt"}').toString('base64url');
    return { ...sentAs(exchange), headers: { ...sentAs(exchange).headers, [HEADERS.statement]: `${header}.${payload}.` } };
  },
  'A7 another asker’s token with this proof': async (exchange) => {
    const { token } = await hub.credentials('lin-yue');
    const sent = sentAs(exchange);
    return resign({ ...sent, headers: { ...sent.headers, [HEADERS.authorization]: `DPoP ${token}` } }, exchange);
  },
  'A8 a made-up key': (exchange) => resign({ ...sentAs(exchange), body: withKey(exchange.request.body, 'AAAAAAAA') }, exchange),
  'A8 the ref itself': async (exchange) => {
    const ref = await hub.refOf(AGENCY, county.person('tekun'));
    return resign({ ...sentAs(exchange), body: withKey(exchange.request.body, ref) }, exchange);
  },
  'A8 one bit changed': (exchange) => {
    const bytes = Buffer.from(keyIn(exchange), 'base64url');
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
    return resign({ ...sentAs(exchange), body: withKey(exchange.request.body, bytes.toString('base64url')) }, exchange);
  },
  'A8 a key of another request': async (exchange) =>
    resign({ ...sentAs(exchange), body: withKey(exchange.request.body, keyIn(await genuine({ unsent: true, label: 'tekun' }))) }, exchange),
  'A8 a key of another asker’s request': async (exchange) =>
    resign({ ...sentAs(exchange), body: withKey(exchange.request.body, keyIn(await genuine({ unsent: true, as: 'lin-yue' }))) }, exchange),
  'A8 literal representations': (exchange) => {
    const query = `{ _entities(representations: [{ __typename: "Person", civilAffairsKey: "${keyIn(exchange)}" }]) { ... on Person { civilAffairsAid { asOf } } } }`;
    return resign({ ...sentAs(exchange), body: JSON.stringify({ query }) }, exchange);
  },
  'A8b the gateway’s key without a proof of the asker': (exchange) => {
    const sent = sentAs(exchange);
    return resign({ ...sent, headers: { ...sent.headers, [HEADERS.proof]: 'e30.e30.e30' } }, exchange);
  },
  'A8b the gateway’s key, a genuine proof, and a key it sealed itself': async (exchange) => {
    const statement = claimsOf(exchange);
    const forged = new KeySealer(statementKey(), {
      audience: AGENCY,
      tag: statement.tag,
      organisation: AGENCY,
      purpose: statement.purpose,
    });
    const key = forged.seal(await hub.refOf(AGENCY, county.person('tekun')), seconds() + 60);
    return resign({ ...sentAs(exchange), body: withKey(exchange.request.body, key) }, exchange);
  },
};

describe('A7, A8, A8b: straight at a subgraph', () => {
  test.each(Object.entries(PROBES))('%s', async (_, change) => {
    const exchange = await genuine({ unsent: true });
    const refused = await hub.send(AGENCY, '/graphql', await change(exchange));
    expect(refused.status).toBe(401);
    expect(await refused.text()).not.toMatch(/"data"/);
    expect(hub.logLines.at(-1)).toMatch(/request refused/);
    // Positive control: the same sub-request unchanged is answered, the same way.
    const answered = await hub.send(AGENCY, '/graphql', sentAs(exchange));
    expect(answered.status).toBe(200);
    expect(await answered.text()).toContain('37400.00');
  });

  test('A7 a statement is answered once', async () => {
    const exchange = await genuine({ unsent: true });
    expect((await hub.send(AGENCY, '/graphql', sentAs(exchange))).status).toBe(200);
    const again = await hub.send(AGENCY, '/graphql', sentAs(exchange));
    expect([again.status, await again.text()]).toEqual([401, expect.stringContaining('STATEMENT_REPLAYED')]);
  });

  test('A15 the subgraph’s own schema is not to be had without a statement', async () => {
    const response = await hub.send(AGENCY, '/graphql', { body: JSON.stringify({ query: '{ _service { sdl } }' }) });
    expect(response.status).toBe(401);
  });
});

describe('A8 forged values of what casework requires', () => {
  test('casework computes over what its statement’s digest covers, and keeps nothing', async () => {
    const id = await hub.refOf(AGENCY, county.person('aided-by-both'));
    const ask = () =>
      hub.ask({
        as: 'chen-jianguo',
        purpose: 'CASE_REVIEW',
        query: 'query ($id: ID!) { person(id: $id) { priorAid { total { min max } } } }',
        variables: { id },
      });
    hub.recordExchanges = true;
    const before = await ask();
    hub.recordExchanges = false;
    const exchange = hub.exchanges.splice(0).find(({ to, path }) => to === 'casework' && path === '/graphql') as Exchange;
    const forged = { ...sentAs(exchange), body: exchange.request.body.replaceAll('37400.00', '1.00') };
    expect(forged.body).not.toBe(exchange.request.body);
    expect((await hub.send('casework', '/graphql', forged)).status).toBe(401);
    expect((await ask()).body.data).toEqual(before.body.data);
  });
});
