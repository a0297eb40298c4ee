import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AGENCIES, type Hub, type Reply } from '../hub/hub.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

const county = testCounty();
let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ load: county.load });
}, 180_000);
afterAll(() => hub?.close());

const AID = '{ asOf items { kind amount { min max } } }';
const CASEWORK = {
  priorAid: '{ total { min max } sources { source state } }',
  waterfall: '{ from to gap { min max } gapState layers { layer state amount { min max } left { min max } parts { source state } } }',
  findings: '{ items { rule certainty sentence { zh } } undecided { rule lacks { source reason } } }',
};

async function asked(selection: string): Promise<{ reply: Reply; requests: Record<string, number>; order: string[] }> {
  const ids = [await hub.refOf('civil-affairs', county.person('aided-by-both')), await hub.refOf('civil-affairs', county.person('tekun'))];
  hub.recordExchanges = true;
  const query = `query Many($ids: [ID!]!) { people(ids: $ids) { ${selection} } }`;
  const reply = await hub.ask({ as: 'chen-jianguo', purpose: 'CASE_REVIEW', query, variables: { ids } });
  hub.recordExchanges = false;
  const order = hub.exchanges
    .splice(0)
    .filter(({ path }) => path === '/graphql')
    .map(({ to }) => to);
  const requests: Record<string, number> = {};
  for (const to of order) requests[to] = (requests[to] ?? 0) + 1;
  return { reply, requests, order };
}

const once = Object.fromEntries(['linkage', ...AGENCIES, 'casework'].map((name) => [name, 1]));

test.each<[string, string]>([
  [
    'all three of casework',
    Object.entries(CASEWORK)
      .map(([name, fields]) => `${name} ${fields}`)
      .join(' '),
  ],
  [
    'with the agencies’ own answers beside them',
    `civilAffairsAid ${AID} charityAid ${AID} settlements { asOf items { diagnosis total { min max } } } ${Object.entries(CASEWORK)
      .map(([name, fields]) => `${name} ${fields}`)
      .join(' ')}`,
  ],
])('%s: every agency is asked once, for all persons, and casework after them', async (_, selection) => {
  const { reply, requests, order } = await asked(selection);
  expect(reply.body.errors).toBeUndefined();
  expect(requests).toEqual(once);
  expect([order[0], order.at(-1)]).toEqual(['linkage', 'casework']);
});
