import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDataSource } from '../../subgraphs/crowdfunding/data/data-source.js';
import { definition } from '../../subgraphs/crowdfunding/definition.js';
import { importRecords } from '../../subgraphs/crowdfunding/import-records.js';
import { type AgencySuite, itemsOf, openSuite } from './agency-suite.js';
import { refOf } from './open-agency.js';
import { testExport } from './test-export.js';
import { writtenExport } from './written-export.js';

const AMOUNTS = 'target { min max } raised { min max } withdrawn { min max } fee { min max }';
const EVERYTHING = `
  crowdfundingCampaigns { asOf items { id state diagnosis openedOn closedOn ${AMOUNTS} } }
  crowdfundingAid { asOf items { id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn } }`;
const CHILD = '99900120160530634X';
const FARMER = '999001195803125429';
const AS_OF = '2026-10-31T10:00:00Z';
const exactly = (yuan: string) => ({ min: yuan, max: yuan });

const CAMPAIGNS = [
  campaign('C1', CHILD, { icd10: 'C91.0', target: '300000.00', opened: '2026-08-01T00:30:00+08:00' }),
  campaign('C2', CHILD, { target: '80000.00', opened: '2025-03-01T09:00:00+08:00', closed: '2025-05-31T23:59:59+08:00' }),
  campaign('C3', FARMER, { icd10: 'N18.5', target: '50000.00', opened: '2026-10-30T17:00:00Z', verification: 'PENDING' }),
];
const MONEY = [
  ['M1', 'C1', 'DONATION_DAY', '2026-08-01T23:00:00+08:00', '60000.50', ''],
  ['M2', 'C1', 'DONATION_DAY', '2026-08-02T23:00:00+08:00', '21250.00', ''],
  ['M3', 'C1', 'RETURN', '2026-08-05T10:00:00+08:00', '250.50', ''],
  ['M4', 'C1', 'WITHDRAWAL', '2026-08-20T01:00:00+08:00', '30000.00', 'HOSPITAL'],
  ['M5', 'C1', 'WITHDRAWAL', '2026-09-30T10:00:00+08:00', '20000.00', 'PATIENT'],
  ['M6', 'C1', 'FEE', '2026-09-30T10:00:00+08:00', '1500.00', ''],
  ['M7', 'C2', 'DONATION_DAY', '2025-03-02T23:00:00+08:00', '900.00', ''],
  ['M8', 'C2', 'RETURN', '2025-06-01T10:00:00+08:00', '900.00', ''],
];
const HEADER = [
  ...['campaign_id', 'patient_name', 'patient_id_number', 'organiser_name', 'organiser_relation', 'disease', 'icd10'],
  ...['target', 'opened_at', 'closed_at', 'state', 'verification'],
];
const written = writtenExport('crowdfunding', {
  'campaigns.csv': { header: HEADER, rows: CAMPAIGNS },
  'money.csv': { header: ['entry_id', 'campaign_id', 'kind', 'at', 'amount', 'payee'], rows: MONEY },
});
let suite: AgencySuite;

beforeAll(async () => {
  suite = await openSuite(definition, importRecords, written.folder);
});
afterAll(async () => {
  await suite?.close();
  written.remove();
});

function campaign(
  id: string,
  patient: string,
  { icd10 = '', target, opened, closed = '', verification = 'VERIFIED' }: Record<string, string> & { target: string; opened: string },
): string[] {
  const state = closed === '' ? 'OPEN' : 'CLOSED';
  return [id, '丁梓涵', patient, '丁海波', 'FATHER', '白血病', icd10, target, opened, closed, state, verification];
}

describe('what the company says', () => {
  test('of two campaigns for one child: the newest first, accounts summed, days those of the county', async () => {
    const [person] = await suite.agency.ask([refOf(CHILD)], EVERYTHING);
    const campaigns = itemsOf(person, 'crowdfundingCampaigns');
    expect(campaigns).toMatchObject([
      {
        ...{ state: 'OPEN', diagnosis: 'C91.0', openedOn: '2026-08-01', closedOn: null, target: exactly('300000.00') },
        ...{ raised: exactly('81000.00'), withdrawn: exactly('50000.00'), fee: exactly('1500.00') },
      },
      {
        ...{ state: 'CLOSED', diagnosis: null, openedOn: '2025-03-01', closedOn: '2025-05-31', target: exactly('80000.00') },
        ...{ raised: exactly('0.00'), withdrawn: exactly('0.00'), fee: exactly('0.00') },
      },
    ]);
    // As aid: the one campaign money was withdrawn from, under the same name.
    expect(itemsOf(person, 'crowdfundingAid')).toMatchObject([
      {
        id: campaigns[0]?.id,
        kind: 'CROWDFUNDING',
        cause: 'ILLNESS',
        amount: exactly('50000.00'),
        grantedOn: '2026-08-20',
        lastPaidOn: '2026-09-30',
      },
    ]);
  });

  test('of a campaign that has no money yet: opened on the county’s next day, and no aid', async () => {
    const [person] = await suite.agency.ask([refOf(FARMER)], EVERYTHING);
    expect(itemsOf(person, 'crowdfundingCampaigns')).toMatchObject([{ openedOn: '2026-10-31', raised: exactly('0.00') }]);
    expect(person?.crowdfundingAid).toEqual({ asOf: AS_OF, items: [] });
  });

  test('of somebody unknown: the same shape, nothing in it', async () => {
    const [person] = await suite.agency.ask(['1.unknown'], EVERYTHING);
    expect(person).toEqual({ crowdfundingCampaigns: { asOf: AS_OF, items: [] }, crowdfundingAid: { asOf: AS_OF, items: [] } });
  });
});

test('statements do not grow with persons, and both lists read campaigns once', async () => {
  const fifty = [refOf(CHILD), refOf(FARMER), ...Array.from({ length: 48 }, (_, at) => `1.unknown${at}`)];
  // asOf, campaigns.
  expect(await suite.agency.count(fifty.slice(0, 1), EVERYTHING)).toBe(2);
  expect(await suite.agency.count(fifty, EVERYTHING)).toBe(2);
  expect(await suite.agency.count(fifty, 'crowdfundingAid { asOf }')).toBe(1);
});

test('entities and migrations describe the same tables', async () => {
  const dataSource = await openDataSource(suite.databaseUrl);
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  } finally {
    await dataSource.destroy();
  }
});

describe('importing', () => {
  const everything = () => Promise.all(['patient', 'campaign', 'money_entry', 'record_state'].map((table) => suite.rows(`TABLE ${table}`)));

  test('twice gives the same rows and enrols nobody anew', async () => {
    const before = await everything();
    expect(await suite.import(written.folder)).toMatchObject({ enrolled: 0, unreadable: 0, refused: { count: 0 }, unlinked: { count: 0 } });
    expect(await everything()).toEqual(before);
  });

  test('an instant without its offset leaves its row out, as a kind nobody knows does', async () => {
    written.write('campaigns.csv', [...CAMPAIGNS, campaign('C4', FARMER, { target: '1.00', opened: '2026-08-01T00:30:00' })]);
    written.write('money.csv', [...MONEY, ['M9', 'C1', 'BONUS', '2026-09-30T10:00:00+08:00', '1.00', '']]);
    const report = await suite.import(written.folder);
    expect(report.refused.rows).toEqual([
      { file: 'campaigns.csv', row: 5, column: 'opened_at' },
      { file: 'money.csv', row: 10, column: 'kind' },
    ]);
  });
});

test('of the county’s export every row is read, and every campaign has its amounts', async () => {
  const exported = testExport();
  try {
    const report = await suite.import(join(exported.folder, 'crowdfunding'));
    expect(report.refused.count).toBe(0);
    const refs = (await suite.rows('SELECT ref FROM patient WHERE ref IS NOT NULL')).map(({ ref }) => ref as string);
    const answers = await suite.agency.ask(refs, EVERYTHING);
    const campaigns = answers.flatMap((person) => itemsOf(person, 'crowdfundingCampaigns'));
    expect(campaigns.length).toBeGreaterThan(3);
    expect(campaigns.filter(({ target, raised, withdrawn, fee }) => [target, raised, withdrawn, fee].includes(null))).toEqual([]);
  } finally {
    exported.remove();
  }
});
