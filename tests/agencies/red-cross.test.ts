import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDataSource } from '../../subgraphs/red-cross/data/data-source.js';
import { definition } from '../../subgraphs/red-cross/definition.js';
import { importRecords } from '../../subgraphs/red-cross/import-records.js';
import { type AgencySuite, itemsOf, openSuite } from './agency-suite.js';
import { refOf } from './open-agency.js';
import { testExport } from './test-export.js';
import { writtenExport } from './written-export.js';

const EVERYTHING = 'redCrossAid { asOf items { id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn } }';
const CHILD = '99900120160530634X';
const FARMER = '999001195803125429';
const HEADER = ['编号', '姓名', '身份证号码', '救助项目', '病种', '疾病编码', '救助日期', '救助金额', '经办人'];
const GRANTS = [
  ['RC001', '陶子涵', '99900120160530634x', '小天使基金', '急性淋巴细胞白血病', 'C91.0', '2026年3月5日', '30,000.00', '胡敏'],
  ['RC002', '吕 秀珍', '９９９００１１９５８０３１２５４２９', '博爱送万家', '', '', '2026.1.20', '500元', '胡敏'],
  ['RC003', '吕秀珍', '999001 19580312 5429', '人道救助', '尿毒症', '', '20260618', '3000', ''],
  ['RC004', '无名氏', '', '人道救助', '', '', '2026/6/18', '800', ''],
];

const written = writtenExport('red-cross', { 'grants.csv': { header: HEADER, rows: GRANTS } });
let suite: AgencySuite;

beforeAll(async () => {
  suite = await openSuite(definition, importRecords, written.folder);
});
afterAll(async () => {
  await suite?.close();
  written.remove();
});

describe('what the Red Cross says', () => {
  test('of a child with a grant of a national fund', async () => {
    const [person] = await suite.agency.ask([refOf(CHILD)], EVERYTHING);
    expect(person?.redCrossAid).toMatchObject({
      asOf: '2026-10-31T10:00:00Z',
      items: [
        {
          kind: 'RED_CROSS_AID',
          programme: '小天使基金',
          cause: 'ILLNESS',
          diagnosis: 'C91.0',
          amount: { min: '30000.00', max: '30000.00' },
          grantedOn: '2026-03-05',
          lastPaidOn: '2026-03-05',
        },
      ],
    });
  });

  test('of two rows that spell one number in two ways: both, the newest first', async () => {
    const [person] = await suite.agency.ask([refOf(FARMER)], EVERYTHING);
    expect(itemsOf(person, 'redCrossAid')).toMatchObject([
      { grantedOn: '2026-06-18', cause: 'ILLNESS', amount: { min: '3000.00' } },
      { grantedOn: '2026-01-20', cause: 'OTHER', amount: { min: '500.00' } },
    ]);
  });

  test('of somebody unknown: the same shape, nothing in it', async () => {
    const [person] = await suite.agency.ask(['1.unknown'], EVERYTHING);
    expect(person).toEqual({ redCrossAid: { asOf: '2026-10-31T10:00:00Z', items: [] } });
  });
});

test('an import leaves no table that PostgreSQL would plan for without having looked at it', async () => {
  const unseen = await suite.rows(`SELECT relname FROM pg_class
    WHERE reltuples < 0 AND relname IN ('beneficiary', 'humanitarian_grant', 'disclosure_person') ORDER BY 1`);
  // The last one is nothing an import fills.
  expect(unseen).toEqual([{ relname: 'disclosure_person' }]);
});

test('statements do not grow with persons', async () => {
  const fifty = [refOf(CHILD), refOf(FARMER), ...Array.from({ length: 48 }, (_, at) => `1.unknown${at}`)];
  // asOf, grants.
  expect(await suite.agency.count(fifty.slice(0, 1), EVERYTHING)).toBe(2);
  expect(await suite.agency.count(fifty, EVERYTHING)).toBe(2);
  expect(await suite.agency.count(fifty, 'redCrossAid { asOf }')).toBe(1);
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
  const everything = () => Promise.all(['beneficiary', 'humanitarian_grant', 'record_state'].map((table) => suite.rows(`TABLE ${table}`)));

  test('twice gives the same rows and enrols nobody anew', async () => {
    const before = await everything();
    expect(await suite.import(written.folder)).toMatchObject({ enrolled: 0, unreadable: 0, refused: { count: 0 }, unlinked: { count: 0 } });
    expect(await everything()).toEqual(before);
  });

  test('a wrong number is kept without a ref and its row named; a bad cell leaves its row out', async () => {
    const wrong = ['RC005', '王伟', '999001195803125420', '人道救助', '', '', '2026/1/2', '100', ''];
    const bad = ['RC006', '王伟', FARMER, '人道救助', '', '', '2026/1/2', '约三千', ''];
    written.write('grants.csv', [...GRANTS, wrong, bad]);
    const report = await suite.import(written.folder);
    expect(report).toMatchObject({
      rows: { 'grants.csv': 5 },
      unlinked: { rows: [{ file: 'grants.csv', row: 6, column: '身份证号码' }] },
      refused: { rows: [{ file: 'grants.csv', row: 7, column: '救助金额' }] },
    });
    expect(JSON.stringify([report, report.refused.rows, report.unlinked.rows])).not.toMatch(/\d{15}/);
    expect(await suite.rows("SELECT ref FROM beneficiary WHERE id_number = '999001195803125420'")).toEqual([{ ref: null }]);
  });

  test('who stands in the sheet no more is forgotten', async () => {
    written.write('grants.csv', GRANTS.slice(1));
    await suite.import(written.folder);
    expect(await suite.rows('SELECT id_number FROM beneficiary ORDER BY 1')).toEqual([{ id_number: FARMER }]);
    expect((await suite.agency.ask([refOf(CHILD)], EVERYTHING))[0]?.redCrossAid).toMatchObject({ items: [] });
  });

  test('a folder of another agency is refused, and nothing changes', async () => {
    const before = await everything();
    const other = writtenExport('charity-federation', { 'grants.csv': { header: HEADER, rows: GRANTS } });
    await expect(suite.import(other.folder)).rejects.toThrow('names another agency');
    other.remove();
    expect(await everything()).toEqual(before);
  });
});

test('of the county’s sheet every row is read, and every date, amount and cause has its form', async () => {
  const exported = testExport();
  try {
    const report = await suite.import(join(exported.folder, 'red-cross'));
    expect(report.refused.count).toBe(0);
    expect(report.rows['grants.csv']).toBeGreaterThan(0);
    const refs = (await suite.rows('SELECT ref FROM beneficiary WHERE ref IS NOT NULL')).map(({ ref }) => ref as string);
    const answers = await suite.agency.ask(refs, EVERYTHING);
    const aids = answers.flatMap((person) => itemsOf(person, 'redCrossAid'));
    expect(aids.length).toBeGreaterThan(0);
    expect(aids.filter(({ amount, grantedOn, cause }) => amount === null || grantedOn === null || cause === null)).toEqual([]);
  } finally {
    exported.remove();
  }
});
