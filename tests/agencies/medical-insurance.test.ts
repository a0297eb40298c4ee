import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openDataSource } from '../../subgraphs/medical-insurance/data/data-source.js';
import { definition } from '../../subgraphs/medical-insurance/definition.js';
import { importRecords } from '../../subgraphs/medical-insurance/import-records.js';
import { testDatabases } from '../hub/test-databases.js';
import { bill, insuranceExport, reversalOf } from './insurance-export.js';
import { enrolByHash, type OpenAgency, openAgency, refOf } from './open-agency.js';

const EVERYTHING = `
  medicalInsuranceCover { asOf items { scheme since until premiumPaidBy } }
  settlements { asOf items {
    id careType diagnosis hospital admittedOn dischargedOn settledOn total { min max } inPolicy { min } basicInsurance { min }
    criticalIllness { min } medicalAssistance { min } otherFunds { min } commercialInPolicy { min } commercialOutside { min max } } }
  medicalInsuranceAid { asOf items { id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn } }
  highCostAlerts { asOf items { id year raisedOn burden { min max } state } }`;

const [WANG, LI, ZHAO] = ['999001195803125429', '99900120160530634X', '999001197608199480'] as const;
const ASOF = '2026-10-31T10:00:00Z';

const BIG = { setl_id: 'S1', psn_no: 'P1', ...bill(30_000, { hifp_pay: 18_000, hifmi_pay: 4_000, maf_pay: 3_000, cvlserv_pay: 100 }) };
const REFUNDED = { setl_id: 'S2', psn_no: 'P1', ...bill(500, { hifp_pay: 200, maf_pay: 50 }) };
const OLD = { setl_id: 'S3', psn_no: 'P1', setl_time: '2024-10-31 09:00:00', med_type: '14', dise_no: '', ...bill(200, { maf_pay: 40 }) };
const SMALL = { setl_id: 'S4', psn_no: 'P2', setl_time: '2026-08-01 08:00:00', med_type: '11', ...bill(80, { hifob_pay: 10 }) };

const FILES = {
  'insured.csv': [
    { psn_no: 'P1', certno: '999001580312542', end_date: '2022-12-31', insutype: '310', bgn_date: '2010-01-01' },
    { psn_no: 'P1', certno: WANG, bgn_date: '2023-01-01', subsidy_flag: '1' },
    { psn_no: 'P2', certno: '99900120160530634x' },
    { psn_no: 'P3', certno: ZHAO },
  ],
  'settlements.csv': [BIG, REFUNDED, reversalOf(REFUNDED, 'S2R'), OLD, SMALL],
  'fund_split.csv': [
    { setl_id: 'S1', fund_pay_type: '390100', fund_payamt: '18000.00' },
    { setl_id: 'S1', fund_pay_type: '390200', fund_payamt: '4000.00' },
    { setl_id: 'S1', fund_pay_type: '610100', fund_payamt: '3000.00' },
    { setl_id: 'S1', fund_pay_type: '320100', fund_payamt: '100.00' },
  ],
  'ma_claims.csv': [
    { claim_no: 'M1', setl_id: 'S1', psn_no: 'P1', ma_class: '低保对象', pay_date: '2026-05-06', rate: '0.8', pay_amt: '1200.50' },
    { claim_no: 'M2', setl_id: 'S1', psn_no: 'P1', ma_class: '低保对象', apply_date: '2026-10-20' },
  ],
  'commercial_claims.csv': [
    { claim_no: 'C1', setl_id: 'S1', psn_no: 'P1', liability: '政策内', pay_date: '2026-04-01', pay_amt: '700.00' },
    { claim_no: 'C2', setl_id: 'S1', psn_no: 'P1', liability: '目录外', pay_date: '2026-04-01', pay_amt: '300.00' },
  ],
  'high_cost_alerts.csv': [
    { alert_no: 'A1', psn_no: 'P1', year: '2026', raised_on: '2026-06-30', burden_amt: '15200.00', status: '已推送' },
  ],
};

const databases = testDatabases();
const exported = insuranceExport(ASOF);
let databaseUrl: string;
let agency: OpenAgency;

const rowsOf = async (sql: string) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};
const TABLES = ['person', 'insured', 'settlement', 'fund_split', 'ma_claim', 'commercial_claim', 'high_cost_alert', 'record_state'];
const everyRow = () => Promise.all(TABLES.map((table) => rowsOf(`SELECT * FROM ${table} t ORDER BY t::text`)));
const importNow = () => importRecords({ folder: exported.folder, databaseUrl, enrol: enrolByHash });

beforeAll(async () => {
  databaseUrl = await databases.create('medical-insurance');
  exported.write(FILES);
  await importNow();
  agency = await openAgency(definition, databaseUrl);
});
afterAll(async () => {
  await agency?.close();
  await databases.drop();
  exported.remove();
});

describe('what the bureau says', () => {
  test('of covers under two spellings of one number', async () => {
    const [person] = await agency.ask([refOf(WANG)], EVERYTHING);
    expect(person?.medicalInsuranceCover).toEqual({
      asOf: ASOF,
      items: [
        { scheme: 'RESIDENT', since: '2023-01-01', until: null, premiumPaidBy: 'PAID_BY_MEDICAL_ASSISTANCE' },
        { scheme: 'EMPLOYEE', since: '2010-01-01', until: '2022-12-31', premiumPaidBy: 'PAID_BY_OTHERS' },
      ],
    });
  });

  test('of a bill by payer: assistance on application and the commercial parts with it; refunded and old ones not', async () => {
    const [person] = await agency.ask([refOf(WANG)], EVERYTHING);
    const amount = (min: string) => ({ min });
    expect(person?.settlements).toEqual({
      asOf: ASOF,
      items: [
        {
          id: 'SETTLEMENT:S1',
          careType: 'INPATIENT',
          diagnosis: 'C34.9',
          hospital: '青岚县人民医院',
          admittedOn: '2026-03-01',
          dischargedOn: '2026-03-09',
          settledOn: '2026-03-09',
          total: { min: '31000.00', max: '31000.00' },
          inPolicy: amount('30000.00'),
          basicInsurance: amount('18000.00'),
          criticalIllness: amount('4000.00'),
          medicalAssistance: amount('4200.50'),
          otherFunds: amount('100.00'),
          commercialInPolicy: amount('700.00'),
          commercialOutside: { min: '300.00', max: '300.00' },
        },
      ],
    });
  });

  test('of medical assistance: at settlement and on application, not what was refunded or is under way', async () => {
    const [person] = await agency.ask([refOf(WANG)], EVERYTHING);
    const items = (person?.medicalInsuranceAid as unknown as { items: Record<string, unknown>[] } | undefined)?.items ?? [];
    expect(
      items.map(({ programme, amount, grantedOn, diagnosis }) => [programme, (amount as { min: string }).min, grantedOn, diagnosis]),
    ).toEqual([
      ['医疗救助（依申请，低保对象）', '1200.50', '2026-05-06', 'C34.9'],
      ['医疗救助（一站式结算）', '3000.00', '2026-03-09', 'C34.9'],
      ['医疗救助（一站式结算）', '40.00', '2024-10-31', null],
    ]);
    expect(new Set(items.map(({ kind, cause }) => `${kind} ${cause}`))).toEqual(new Set(['MEDICAL_ASSISTANCE ILLNESS']));
  });

  test('of an alert', async () => {
    const [person] = await agency.ask([refOf(WANG)], EVERYTHING);
    expect(person?.highCostAlerts).toMatchObject({
      items: [{ year: '2026', raisedOn: '2026-06-30', burden: { min: '15200.00', max: '15200.00' }, state: 'SENT' }],
    });
  });

  test('a bill of another is not this person’s', async () => {
    const [, child] = await agency.ask([refOf(WANG), refOf(LI)], EVERYTHING);
    expect(child?.settlements).toMatchObject({
      items: [{ careType: 'OUTPATIENT', total: { min: '1080.00' }, criticalIllness: { min: '10.00' } }],
    });
  });

  test('of somebody without bills and of somebody unknown: the same shape', async () => {
    const [without, unknown] = await agency.ask([refOf(ZHAO), '1.unknown'], EVERYTHING);
    const nothing = { asOf: ASOF, items: [] };
    expect(without).toMatchObject({ settlements: nothing, medicalInsuranceAid: nothing, highCostAlerts: nothing });
    expect(unknown).toEqual({
      medicalInsuranceCover: nothing,
      settlements: nothing,
      medicalInsuranceAid: nothing,
      highCostAlerts: nothing,
    });
  });
});

test('statements do not grow with persons', async () => {
  const fifty = [refOf(WANG), refOf(LI), ...Array.from({ length: 48 }, (_, at) => `1.unknown${at}`)];
  // asOf, covers, settlements, assistance, alerts.
  expect(await agency.count(fifty.slice(0, 1), EVERYTHING)).toBe(5);
  expect(await agency.count(fifty, EVERYTHING)).toBe(5);
  expect(await agency.count(fifty, 'settlements { asOf }')).toBe(1);
});

test('entities and migrations describe the same tables', async () => {
  const dataSource = await openDataSource(databaseUrl);
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  } finally {
    await dataSource.destroy();
  }
});

describe('importing', () => {
  const importOf = (files: Partial<typeof FILES>) => {
    exported.write({ ...FILES, ...files } as typeof FILES);
    return importNow();
  };

  test('twice gives the same rows and enrols nobody anew', async () => {
    const before = await everyRow();
    expect(await importOf({})).toMatchObject({ enrolled: 0, refused: { count: 0 }, unlinked: { count: 0 } });
    expect(await everyRow()).toEqual(before);
  });

  test.each([
    ['charges that do not make the total', { fulamt_ownpay_amt: '1000.01' }, 'medfee_sumamt by kind of charge'],
    ['payers that do not make the total', { hosp_part_amt: '0.01' }, 'medfee_sumamt by payer'],
    ['funds that do not make their sum', { oth_pay: '0.01' }, 'fund_pay_sumamt'],
    ['account and cash that do not make the personal part', { acct_pay: '0.01' }, 'psn_part_amt'],
    ['an amount that is none', { hifp_pay: '约三千' }, 'hifp_pay'],
    ['a negative bill that reverses nothing', { ...reversalOf(SMALL, 'S4'), refd_setl_flag: '0', refd_setl_id: '' }, 'refd_setl_flag'],
  ])('%s: the row is left out and named', async (_, change, column) => {
    const report = await importOf({ 'settlements.csv': [BIG, { ...SMALL, ...change }] } as never);
    expect(report.refused.rows).toEqual([{ file: 'settlements.csv', row: 3, column }]);
    expect(await rowsOf('SELECT setl_id FROM settlement')).toEqual([{ setl_id: 'S1' }]);
  });

  test.each([
    ['a reversal of nothing', { ...reversalOf(REFUNDED, 'R'), refd_setl_id: 'S9' }, 'refd_setl_id'],
    ['a reversal of part of a bill', { ...reversalOf({ ...REFUNDED, ...bill(400, { hifp_pay: 200, maf_pay: 50 }) }, 'R') }, 'refd_setl_id'],
    ["a reversal of another person's bill", { ...reversalOf(REFUNDED, 'R'), psn_no: 'P2' }, 'refd_setl_id'],
    ['a reversal of a reversal', { ...reversalOf(reversalOf(REFUNDED, 'S2R'), 'R') }, 'refd_setl_id'],
    ['a second reversal', { ...reversalOf(REFUNDED, 'R'), setl_time: '2026-04-01 09:00:00' }, 'refd_setl_id (twice)'],
    ['a settlement that stands there twice', { ...SMALL, psn_no: 'P1' }, '(twice)'],
  ])('%s: left out and named', async (_, row, column) => {
    const report = await importOf({ 'settlements.csv': [...FILES['settlements.csv'], row] } as never);
    expect(report.refused.rows).toEqual([{ file: 'settlements.csv', row: 7, column }]);
    expect(report.rows['settlements.csv']).toBe(5);
    expect(await rowsOf("SELECT psn_no FROM settlement WHERE setl_id = 'S4'")).toEqual([{ psn_no: 'P2' }]);
  });

  test('a split that differs from the settlement, and one of no settlement', async () => {
    const wrong = FILES['fund_split.csv'].map((row, at) => (at === 3 ? { ...row, fund_payamt: '100.01' } : row));
    const report = await importOf({ 'fund_split.csv': [...wrong, { setl_id: 'S9', fund_pay_type: '390100', fund_payamt: '1.00' }] });
    expect(report.refused.rows).toEqual([
      ...[2, 3, 4, 5].map((row) => ({ file: 'fund_split.csv', row, column: 'fund_payamt' })),
      { file: 'fund_split.csv', row: 6, column: 'setl_id' },
    ]);
    expect(await rowsOf('SELECT * FROM fund_split')).toEqual([]);
  });

  test('rows that name nobody or no settlement are kept and named', async () => {
    const report = await importOf({
      'insured.csv': FILES['insured.csv'].slice(0, 2),
      'ma_claims.csv': [{ ...FILES['ma_claims.csv'][0], setl_id: 'S9' }],
    } as never);
    expect(report.unlinked.rows).toEqual([
      { file: 'ma_claims.csv', row: 2, column: 'setl_id' },
      { file: 'settlements.csv', row: 6, column: 'psn_no' },
    ]);
    expect(await rowsOf("SELECT id_number FROM person WHERE id_number <> '11'")).toEqual([{ id_number: WANG }]);
    const [person] = await agency.ask([refOf(WANG)], 'medicalInsuranceAid { items { amount { min } } }');
    expect(JSON.stringify(person)).toContain('1200.50');
  });

  test('an export that breaks off half-way changes nothing', async () => {
    await importOf({});
    const before = await everyRow();
    exported.write({ ...FILES, 'insured.csv': [], 'settlements.csv': [{ ...BIG, fixmedins_name: '"never closed' }] });
    await expect(importNow()).rejects.toThrow('settlements.csv is no CSV file: record 2 has a quoted field that does not end as one.');
    expect(await everyRow()).toEqual(before);
  });
});
