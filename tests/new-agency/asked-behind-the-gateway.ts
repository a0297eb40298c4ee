import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createAgencyApp } from '../../kit/serve/serve-agency.js';
import { writtenExport } from '../agencies/written-export.js';
import { valuesAt } from '../hub/expect-outcome.js';
import { AGENCIES, type Hub } from '../hub/hub.js';
import { startHub } from '../hub/start-hub.js';
import { testCounty } from '../hub/test-county.js';

/**
 * A question about a person whom an agency that was just written has helped, over a whole hub. new-agency.test.ts runs it in a copy of the
 * sources, where the agency NEW_AGENCY names is there.
 */
const agency = process.env.NEW_AGENCY ?? '';
const field = `${agency.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}Aid`;
const county = testCounty();
const person = county.person('aided-by-both');
const written = writtenExport(agency, {
  'aids.csv': {
    header: ['aid_no', 'name', 'id_number', 'programme', 'granted_on', 'amount'],
    rows: [['A001', '', person, '冬季补助', '2026-01-20', '512.00']],
  },
});

/** The policy with the line its owner would write for civil affairs. */
const withLine = (policy: string): string =>
  policy.replace(
    'without: { outcome: WITHHELD }\n    with: { outcome: WITHHELD }',
    'without: { outcome: RAW, basis: { article: 第五十九条, rank: ADMINISTRATIVE_REGULATION } }\n    with: { outcome: RAW }',
  );

const start = (change: (policy: string) => string): Promise<Hub> =>
  startHub({
    load: async (name, context) => {
      await county.load(name, context);
      if (name !== agency) return;
      const { importRecords } = (await import(`../../subgraphs/${agency}/import-records.js`)) as {
        importRecords: (options: object) => Promise<unknown>;
      };
      await importRecords({ folder: written.folder, ...context });
    },
    serve: (definition, options) =>
      createAgencyApp(definition.name === agency ? { ...definition, policy: change(definition.policy) } : definition, options),
  });

async function asked(hub: Hub) {
  const id = await hub.refOf('civil-affairs', person);
  const query = `query ($id: ID!) { person(id: $id) {
    ${field} { asOf items { programme amount { min max } grantedOn } }
    priorAid { sources { source state total { min max } } }
  } }`;
  const reply = await hub.ask({ as: 'chen-jianguo', purpose: 'CASE_REVIEW', query, variables: { id } });
  const sources = valuesAt(reply, 'person.priorAid.sources') as { source: string; state: string; total: object }[];
  return { reply, ofAgency: sources.find(({ source }) => source === agency) };
}

afterAll(() => written.remove());

describe.each([
  ['as it is written, it gives nothing', (policy: string) => policy, 'WITHHELD'],
  ['with the line its owner writes, its aid is in the answer', withLine, 'ANSWERED'],
] as const)('%s', (title, change, state) => {
  let hub: Hub;
  beforeAll(async () => {
    expect(AGENCIES).toContain(agency);
    hub = await start(change);
  }, 120_000);
  afterAll(() => hub?.close(), 60_000);

  test(title, async () => {
    const { reply, ofAgency } = await asked(hub);
    expect(reply.body.errors).toBeUndefined();
    expect(ofAgency?.state).toBe(state);
    if (state === 'WITHHELD') {
      expect(valuesAt(reply, `person.${field}.items`)).toEqual([null]);
    } else {
      expect(ofAgency?.total).toEqual({ min: '512.00', max: '512.00' });
      expect(valuesAt(reply, `person.${field}.items`)).toMatchObject([
        { amount: { min: '512.00', max: '512.00' }, grantedOn: '2026-01-20' },
      ]);
    }
  }, 60_000);
});
