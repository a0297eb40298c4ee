import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDataSource } from '../../subgraphs/disabled-persons/data/data-source.js';
import { definition } from '../../subgraphs/disabled-persons/definition.js';
import { importRecords } from '../../subgraphs/disabled-persons/import-records.js';
import { type AgencySuite, itemsOf, openSuite } from './agency-suite.js';
import { refOf } from './open-agency.js';
import { testExport } from './test-export.js';
import { writtenExport } from './written-export.js';

const EVERYTHING = `
  disabilityCard { asOf items { id category grade since validUntil state } }
  disabledPersonsAid { asOf items { id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn } }`;
const FARMER = '999001195803125429';
const CHILD = '99900120160530634X';
const AS_OF = '2026-10-31T10:00:00Z';

const CARDS = [
  [`${FARMER}44`, '吕秀珍', '女', '肢体残疾', '四级', '2015-06-01', '2025-05-31', '注销'],
  [`${FARMER}42`, '吕秀珍', '女', '肢体残疾', '二级', '2021-04-01', '2031-03-31', '有效'],
  ['99900120160530634x53', '丁梓涵', '女', '智力残疾', '三级', '2022-02-10', '', '冻结'],
];
const SUBSIDIES = [
  ['BT001', `${FARMER}42`, '重度残疾人护理补贴', '125.50', '202511', '', '202610'],
  // On the number of the card before the disability was graded anew.
  ['BT002', `${FARMER}44`, '困难残疾人生活补贴', '300.00', '202001', '202003', '202003'],
];
const AIDS = [['KF001', '99900120160530634X53', '儿童康复', '县康复中心', '2026-05-17', '18000.00']];

const written = writtenExport('disabled-persons', {
  'cards.csv': { header: ['残疾人证号', '姓名', '性别', '残疾类别', '残疾等级', '发证日期', '有效期至', '证件状态'], rows: CARDS },
  'subsidies.csv': { header: ['补贴编号', '残疾人证号', '补贴种类', '月标准', '起始年月', '截止年月', '最近发放年月'], rows: SUBSIDIES },
  'rehab_aids.csv': { header: ['救助编号', '残疾人证号', '项目', '机构', '批准日期', '金额'], rows: AIDS },
});
let suite: AgencySuite;

beforeAll(async () => {
  suite = await openSuite(definition, importRecords, written.folder);
});
afterAll(async () => {
  await suite?.close();
  written.remove();
});

describe('what the federation says', () => {
  test('of somebody graded anew: both cards, the newest first, and what was paid under either', async () => {
    const [person] = await suite.agency.ask([refOf(FARMER)], EVERYTHING);
    expect(person?.disabilityCard).toMatchObject({
      asOf: AS_OF,
      items: [
        { category: 'PHYSICAL', grade: 'GRADE_2', since: '2021-04-01', validUntil: '2031-03-31', state: 'VALID' },
        { category: 'PHYSICAL', grade: 'GRADE_4', since: '2015-06-01', validUntil: '2025-05-31', state: 'CANCELLED' },
      ],
    });
    expect(itemsOf(person, 'disabledPersonsAid')).toMatchObject([
      // 12 months of 125.50 yuan.
      { kind: 'DISABILITY_NURSING_SUBSIDY', amount: { min: '1506.00', max: '1506.00' }, grantedOn: '2025-11', lastPaidOn: '2026-10' },
      { kind: 'DISABILITY_LIVING_ALLOWANCE', amount: { min: '900.00' }, grantedOn: '2020-01', lastPaidOn: '2020-03' },
    ]);
  });

  test('of a child, whose number ends in a lower-case x on the card and not in the list of aid', async () => {
    const [person] = await suite.agency.ask([refOf(CHILD)], EVERYTHING);
    expect(itemsOf(person, 'disabilityCard')).toMatchObject([{ category: 'INTELLECTUAL', validUntil: null, state: 'FROZEN' }]);
    expect(itemsOf(person, 'disabledPersonsAid')).toMatchObject([
      { kind: 'REHABILITATION_AID', programme: '儿童康复', amount: { min: '18000.00' }, grantedOn: '2026-05-17' },
    ]);
  });

  test('of somebody unknown: the same shape, nothing in it', async () => {
    const [person] = await suite.agency.ask(['1.unknown'], EVERYTHING);
    expect(person).toEqual({ disabilityCard: { asOf: AS_OF, items: [] }, disabledPersonsAid: { asOf: AS_OF, items: [] } });
  });
});

test('statements do not grow with persons', async () => {
  const fifty = [refOf(FARMER), refOf(CHILD), ...Array.from({ length: 48 }, (_, at) => `1.unknown${at}`)];
  // asOf, cards, subsidies, rehabilitation aid.
  expect(await suite.agency.count(fifty.slice(0, 1), EVERYTHING)).toBe(4);
  expect(await suite.agency.count(fifty, EVERYTHING)).toBe(4);
  expect(await suite.agency.count(fifty, 'disabilityCard { asOf }')).toBe(1);
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
  const TABLES = ['cardholder', 'disability_card', 'subsidy', 'rehabilitation_aid', 'record_state'];
  const everything = () => Promise.all(TABLES.map((table) => suite.rows(`TABLE ${table}`)));

  test('twice gives the same rows and enrols nobody anew', async () => {
    const before = await everything();
    expect(await suite.import(written.folder)).toMatchObject({ enrolled: 0, unreadable: 0, refused: { count: 0 }, unlinked: { count: 0 } });
    expect(await everything()).toEqual(before);
  });

  test('a card number that begins with no ID number is kept without a ref, and its row named; a bad month leaves its row out', async () => {
    written.write('cards.csv', [...CARDS, ['99900119580312542044', '王伟', '男', '听力残疾', '一级', '2020-01-01', '', '有效']]);
    written.write('subsidies.csv', [...SUBSIDIES, ['BT003', `${FARMER}42`, '困难残疾人生活补贴', '300.00', '202013', '', '']]);
    const report = await suite.import(written.folder);
    expect(report.unlinked.rows).toEqual([{ file: 'cards.csv', row: 5, column: '残疾人证号' }]);
    expect(report.refused.rows).toEqual([{ file: 'subsidies.csv', row: 4, column: '起始年月' }]);
    expect(JSON.stringify([report, report.refused.rows, report.unlinked.rows])).not.toMatch(/\d{15}/);
    expect(await suite.rows("SELECT ref FROM cardholder WHERE id_number = '999001195803125420'")).toEqual([{ ref: null }]);
  });

  test('who has no card any more is forgotten', async () => {
    written.write('cards.csv', CARDS.slice(2));
    written.write('subsidies.csv', []);
    await suite.import(written.folder);
    expect(await suite.rows('SELECT id_number FROM cardholder')).toEqual([{ id_number: CHILD }]);
  });
});

test('of the county’s export every row is read, every card has its codes and every aid its amount', async () => {
  const exported = testExport();
  try {
    const report = await suite.import(join(exported.folder, 'disabled-persons'));
    expect(report.refused.count).toBe(0);
    expect(Object.values(report.rows).every((rows) => rows > 0)).toBe(true);
    const refs = (await suite.rows('SELECT ref FROM cardholder WHERE ref IS NOT NULL')).map(({ ref }) => ref as string);
    const answers = await suite.agency.ask(refs, EVERYTHING);
    const cards = answers.flatMap((person) => itemsOf(person, 'disabilityCard'));
    const aids = answers.flatMap((person) => itemsOf(person, 'disabledPersonsAid'));
    expect(Math.min(cards.length, aids.length)).toBeGreaterThan(10);
    expect(cards.filter(({ category, grade, state, since }) => [category, grade, state, since].includes(null))).toEqual([]);
    expect(aids.filter(({ kind, amount, grantedOn }) => [kind, amount, grantedOn].includes(null))).toEqual([]);
  } finally {
    exported.remove();
  }
});
