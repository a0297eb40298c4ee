import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openDataSource } from '../../subgraphs/charity-federation/data/data-source.js';
import { definition as charityFederation } from '../../subgraphs/charity-federation/definition.js';
import { importRecords } from '../../subgraphs/charity-federation/import-records.js';
import { testDatabases } from '../hub/test-databases.js';
import { enrolByHash, type OpenAgency, openAgency, refOf } from './open-agency.js';
import { type TestExport, testExport } from './test-export.js';

const EVERYTHING = `
  charityAid { asOf items { id kind programme cause diagnosis amount { min max } grantedOn lastPaidOn } }
  earmarkedDonations { asOf items { id amount { min max } donorName donatedOn } }`;

const databases = testDatabases();
let exported: TestExport;
let databaseUrl: string;
let agency: OpenAgency;
let refs: string[];

const rowsOf = async (sql: string) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};
const everyRow = () =>
  Promise.all(
    ['party', 'project', 'charity_grant', 'fund_case', 'donation', 'record_state'].map((table) =>
      rowsOf(`SELECT * FROM ${table} t ORDER BY t::text`),
    ),
  );
const importNow = () => importRecords({ folder: join(exported.folder, 'charity-federation'), databaseUrl, enrol: enrolByHash });

beforeAll(async () => {
  exported = testExport();
  databaseUrl = await databases.create('charity-federation');
  await importNow();
  agency = await openAgency(charityFederation, databaseUrl);
  refs = (await rowsOf('SELECT ref FROM party WHERE ref IS NOT NULL ORDER BY ref')).map((row) => row.ref);
});
afterAll(async () => {
  await agency.close();
  await databases.drop();
  exported.remove();
});

describe('what the federation says', () => {
  test('of the sample child: a project grant and the special fund, the newest first', async () => {
    const [person] = await agency.ask([refOf('99900120160530634X')], EVERYTHING);
    const aid = person?.charityAid as unknown as { asOf: string; items: Record<string, unknown>[] };
    const { asOf, items } = aid;
    expect(asOf).toBe('2026-10-28T09:30:00Z');
    expect(items.map(({ kind }) => kind).sort()).toEqual(['CHARITABLE_AID', 'SPECIAL_FUND_GRANT']);
    expect(items.every(({ amount, grantedOn }) => amount !== null && grantedOn !== null)).toBe(true);
  });

  test('of somebody unknown: the same shape, nothing in it', async () => {
    const [person] = await agency.ask(['1.unknown'], EVERYTHING);
    const asOf = '2026-10-28T09:30:00Z';
    expect(person).toEqual({ charityAid: { asOf, items: [] }, earmarkedDonations: { asOf, items: [] } });
  });

  test('of an earmarked donation: the donor is decided on, unless publication was refused', async () => {
    const [row] = await rowsOf(`SELECT p.ref, d.donation_no, donor.ref AS donor FROM donation d
      JOIN party p ON p.id_number = d.beneficiary_id_number AND p.ref IS NOT NULL
      JOIN party donor ON donor.id_number = d.donor_id_number AND donor.ref IS NOT NULL
      WHERE d.donor_kind = '个人' ORDER BY d.donation_no LIMIT 1`);
    for (const unpublished of [false, true]) {
      await rowsOf(`UPDATE donation SET unpublished = ${unpublished} WHERE donation_no = '${row?.donation_no}'`);
      agency.others.length = 0;
      await agency.ask([row?.ref], EVERYTHING);
      expect(agency.others.flat().includes(row?.donor)).toBe(!unpublished);
    }
    await importNow();
  });
});

test('statements do not grow with persons', async () => {
  const fifty = Array.from({ length: 50 }, (_, at) => refs[at] ?? `1.unknown${at}`);
  // asOf, grants, fund payments, donations.
  expect(await agency.count(fifty.slice(0, 1), EVERYTHING)).toBe(4);
  expect(await agency.count(fifty, EVERYTHING)).toBe(4);
  expect(await agency.count(fifty, 'charityAid { asOf }')).toBe(1);
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

test('connections that PostgreSQL ends are replaced, and the process lives', async () => {
  await agency.ask(refs.slice(0, 1), EVERYTHING);
  const ended = await rowsOf(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()',
  );
  expect(ended.length).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await agency.ask(refs.slice(0, 1), EVERYTHING)).toHaveLength(1);
});

describe('importing', () => {
  test('twice gives the same rows and enrols nobody anew', async () => {
    const before = await everyRow();
    expect(await importNow()).toMatchObject({ enrolled: 0, refused: { count: 0 } });
    expect(await everyRow()).toEqual(before);
  });

  test('every date and amount of the sheets can be read', async () => {
    const answers = await agency.ask(refs, EVERYTHING);
    const aids = answers.flatMap((person) => (person.charityAid as unknown as { items: { amount: unknown; grantedOn: unknown }[] }).items);
    expect(aids.length).toBeGreaterThan(20);
    expect(aids.filter(({ amount, grantedOn }) => amount === null || grantedOn === null)).toEqual([]);
  });

  test('spellings of one number are one person; a wrong number is kept without a ref and its row named', async () => {
    const lines = [
      'T1,王 伟,999001195803125429,爱心,,,2026.1.2,100,',
      'T2,王　伟,９９９００１１９５８０３１２５４２９,爱心,,,20260102,100元,',
    ];
    const wrong = 'T3,王伟,999001195803125420,爱心,,,2026/1/2,100,';
    exported.edit('charity-federation/grants.csv', (text) => `${text}${[...lines, wrong].join('\r\n')}\r\n`);
    const rows = (await rowsOf('SELECT count(*)::int AS n FROM charity_grant'))[0]?.n + 4;
    const report = await importNow();
    expect(report.unlinked.rows).toContainEqual({ file: 'grants.csv', row: rows, column: '身份证号' });
    expect(await rowsOf("SELECT DISTINCT id_number FROM charity_grant WHERE register_no IN ('T1', 'T2')")).toHaveLength(1);
    expect(await rowsOf("SELECT ref FROM party WHERE id_number = '999001195803125420'")).toEqual([{ ref: null }]);
  });

  test('who stands in no sheet any more is forgotten', async () => {
    exported.edit('charity-federation/grants.csv', (text) => text.replace(/^T3.*\r\n/m, ''));
    await importNow();
    expect(await rowsOf("SELECT 1 FROM party WHERE id_number = '999001195803125420'")).toEqual([]);
  });
});
