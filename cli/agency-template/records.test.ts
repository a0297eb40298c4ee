import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AgencySuite, itemsOf, openSuite } from '../../tests/agencies/agency-suite.js';
import { refOf } from '../../tests/agencies/open-agency.js';
import { writtenExport } from '../../tests/agencies/written-export.js';
import { openDataSource } from './data/data-source.js';
import { definition } from './definition.js';
import { importRecords } from './import-records.js';

const EVERYTHING = 'exampleAgencyAid { asOf items { id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn } }';
const PERSON = '999001195803125429';
const ROWS = [
  ['A001', '吕秀珍', PERSON, '冬季补助', '2026-01-20', '500.00'],
  ['A002', '吕秀珍', '９９９００１１９５８０３１２５４２９', '冬季补助', '2025-01-20', '450'],
];
const written = writtenExport('example-agency', {
  'aids.csv': { header: ['aid_no', 'name', 'id_number', 'programme', 'granted_on', 'amount'], rows: ROWS },
});
let suite: AgencySuite;

beforeAll(async () => {
  suite = await openSuite(definition, importRecords, written.folder);
});
afterAll(async () => {
  await suite?.close();
  written.remove();
});

describe('what the agency says', () => {
  test('of a person with two aids: both, the newest first', async () => {
    const [person] = await suite.agency.ask([refOf(PERSON)], EVERYTHING);
    expect(itemsOf(person, 'exampleAgencyAid')).toMatchObject([
      { programme: '冬季补助', amount: { min: '500.00', max: '500.00' }, grantedOn: '2026-01-20', lastPaidOn: '2026-01-20' },
      { programme: '冬季补助', amount: { min: '450.00', max: '450.00' }, grantedOn: '2025-01-20' },
    ]);
  });

  test('of somebody unknown: the same shape, nothing in it', async () => {
    const [person] = await suite.agency.ask(['1.unknown'], EVERYTHING);
    expect(person).toEqual({ exampleAgencyAid: { asOf: '2026-10-31T10:00:00Z', items: [] } });
  });
});

test('statements do not grow with persons', async () => {
  const fifty = [refOf(PERSON), ...Array.from({ length: 49 }, (_, at) => `1.unknown${at}`)];
  // asOf, aid.
  expect(await suite.agency.count(fifty.slice(0, 1), EVERYTHING)).toBe(2);
  expect(await suite.agency.count(fifty, EVERYTHING)).toBe(2);
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
  test('twice enrols nobody anew', async () => {
    expect(await suite.import(written.folder)).toMatchObject({ enrolled: 0, refused: { count: 0 }, unlinked: { count: 0 } });
  });

  test('a wrong number is kept and its row named; a bad cell leaves its row out', async () => {
    written.write('aids.csv', [
      ...ROWS,
      ['A003', '', '999001195803125420', 'x', '2026-01-20', '1'],
      ['A004', '', PERSON, 'x', 'soon', '1'],
    ]);
    const report = await suite.import(written.folder);
    expect(report.unlinked.rows).toEqual([{ file: 'aids.csv', row: 4, column: 'id_number' }]);
    expect(report.refused.rows).toEqual([{ file: 'aids.csv', row: 5, column: 'granted_on' }]);
  });
});
