import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openDataSource } from '../../subgraphs/civil-affairs/data/data-source.js';
import { definition as civilAffairs } from '../../subgraphs/civil-affairs/definition.js';
import { importRecords } from '../../subgraphs/civil-affairs/import-records.js';
import { testDatabases } from '../hub/test-databases.js';
import { enrolByHash, type OpenAgency, openAgency, refOf } from './open-agency.js';
import { type TestExport, testExport } from './test-export.js';

const EVERYTHING = `
  civilAffairsIdentity { name sex birthDate }
  household { size address members { name relation ageBand } }
  civilAffairsStatus { asOf items { statusClass wording since until reviewOn } }
  civilAffairsChecks { asOf items { id conclusion reportedOn referral referredOn } }
  civilAffairsAid { asOf items { id kind programme cause amount { min max } grantedOn lastPaidOn } }`;

const databases = testDatabases();
let exported: TestExport;
let databaseUrl: string;
let agency: OpenAgency;
let refs: string[];

const idOf = (label: string): string =>
  (JSON.parse(readFileSync(join(exported.folder, 'samples.json'), 'utf8')) as { label: string; idNumber: string }[]).find(
    (sample) => sample.label === label,
  )?.idNumber ?? '';
const rowsOf = async (sql: string) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};
const everyRow = async () => {
  const tables = ['person', 'resident', 'household', 'household_member', 'dibao_grant', 'near_dibao_grant', 'tekun_grant'];
  const all = [...tables, 'temporary_aid', 'rigid_expenditure', 'economic_check', 'referral', 'record_state'];
  return Promise.all(all.map((table) => rowsOf(`SELECT * FROM ${table} t ORDER BY t::text`)));
};
const importNow = () => importRecords({ folder: join(exported.folder, 'civil-affairs'), databaseUrl, enrol: enrolByHash });

beforeAll(async () => {
  exported = testExport();
  databaseUrl = await databases.create('civil-affairs');
  await importNow();
  agency = await openAgency(civilAffairs, databaseUrl);
  refs = (await rowsOf('SELECT ref FROM person WHERE ref IS NOT NULL ORDER BY ref')).map((row) => row.ref);
});
afterAll(async () => {
  await agency.close();
  await databases.drop();
  exported.remove();
});

describe('what the bureau says of the sample persons', () => {
  test('dibao for herself and temporary assistance', async () => {
    const [person] = await agency.ask([refOf('999001195803125429')], EVERYTHING);
    expect(person).toMatchObject({
      civilAffairsIdentity: { name: '吕秀珍', sex: '女', birthDate: '1958-03-12' },
      household: { size: '1', address: '青岚县青溪街道上塘社区3组4号', members: [] },
      civilAffairsStatus: {
        asOf: '2026-10-31T10:00:00Z',
        items: [{ statusClass: 'DIBAO', wording: '低保单人户', since: '2023-03-21', until: null, reviewOn: '2027-03-21' }],
      },
      civilAffairsChecks: { items: [{ conclusion: 'ELIGIBLE', reportedOn: '2023-02-28', referral: 'NONE', referredOn: null }] },
      civilAffairsAid: {
        items: [
          { kind: 'TEMPORARY_ASSISTANCE', cause: 'ILLNESS', amount: { min: '3000.00', max: '3000.00' }, grantedOn: '2026-03-18' },
          // 44 months of 850 yuan.
          { kind: 'SUBSISTENCE_ALLOWANCE', amount: { min: '37400.00', max: '37400.00' }, grantedOn: '2023-03-21', lastPaidOn: '2026-10' },
        ],
      },
    });
  });

  test('a family on dibao: the other members, each decided on', async () => {
    agency.others.length = 0;
    const [person] = await agency.ask([refOf('999001197608199480')], EVERYTHING);
    const household = person?.household as unknown as { size: string; members: { relation: string }[] };
    expect(household.size).toBe('4');
    expect(household.members).toHaveLength(3);
    expect(agency.others).toHaveLength(1);
    expect(agency.others[0]).toContain(refOf('999001197608199480'));
    expect(agency.others[0]).toHaveLength(4);
  });

  test('a refused applicant who was passed on to a charity', async () => {
    const [person] = await agency.ask(
      [refOf(idOf('not-recognised'))],
      'civilAffairsChecks { items { conclusion reportedOn referral referredOn } }',
    );
    const answer = person?.civilAffairsChecks as unknown as { items: Record<string, string>[] };
    expect(answer.items).toHaveLength(1);
    const [check] = answer.items;
    expect(check).toMatchObject({ conclusion: 'NOT_ELIGIBLE', referral: 'REFERRED' });
    expect(Date.parse(check?.referredOn as string) - Date.parse(check?.reportedOn as string)).toBe(4 * 86_400_000);
  });

  test('of somebody unknown: the same shape, nothing in it', async () => {
    const [person] = await agency.ask(['1.unknown'], EVERYTHING);
    expect(person).toEqual({
      civilAffairsIdentity: { name: null, sex: null, birthDate: null },
      household: null,
      civilAffairsStatus: { asOf: '2026-10-31T10:00:00Z', items: [] },
      civilAffairsChecks: { asOf: '2026-10-31T10:00:00Z', items: [] },
      civilAffairsAid: { asOf: '2026-10-31T10:00:00Z', items: [] },
    });
  });
});

test('statements do not grow with persons', async () => {
  expect(refs.length).toBeGreaterThanOrEqual(50);
  // asOf, residents, households, members, register entries, checks, temporary aid.
  expect(await agency.count(refs.slice(0, 1), EVERYTHING)).toBe(7);
  expect(await agency.count(refs.slice(0, 50), EVERYTHING)).toBe(7);
  expect(await agency.count(refs.slice(0, 50), 'civilAffairsStatus { asOf }')).toBe(1);
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
    const report = await importNow();
    expect(report).toMatchObject({ enrolled: 0, asOf: '2026-10-31T10:00:00Z', refused: { count: 0 } });
    expect(await everyRow()).toEqual(before);
  });

  test('everybody with a readable number has a ref, the 15-digit and lower-case ones too', async () => {
    const written = readFileSync(join(exported.folder, 'civil-affairs', 'residents.csv'), 'utf8').split(/\r?\n/);
    const numbers = written.flatMap((line) => /^(R\d+),(\d{15}|\d{17}x),/.exec(line)?.[1] ?? []);
    const rows = await rowsOf(
      `SELECT p.ref FROM resident r LEFT JOIN person p USING (id_number) WHERE r.resident_no IN ('${numbers.join("','")}')`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.ref === null)).toEqual([]);
  });

  test('a corrected number loses the old ref; a wrong one is kept without; a bad row is left out, its number named', async () => {
    const was = (await rowsOf("SELECT id_number FROM resident WHERE resident_no = 'R0000001'"))[0];
    exported.edit('civil-affairs/residents.csv', (text) => text.replaceAll(was?.id_number, '999001195803125420'));
    exported.edit('civil-affairs/temp_aid.csv', (text) => text.replace('3000.00', '约三千'));
    const report = await importNow();
    expect(report.unlinked.rows).toEqual([{ file: 'residents.csv', row: 2, column: 'certno' }]);
    expect(report.refused.rows).toEqual([{ file: 'temp_aid.csv', row: 2, column: 'amount' }]);
    expect(report).toMatchObject({ enrolled: 0, unreadable: 1 });
    expect(JSON.stringify(report)).not.toMatch(/\d{15}/);
    expect((await rowsOf("SELECT p.ref FROM resident JOIN person p USING (id_number) WHERE resident_no = 'R0000001'"))[0]).toEqual({
      ref: null,
    });
  });

  test('a folder of another agency is refused, and nothing changes', async () => {
    const before = await everyRow();
    const folder = join(exported.folder, 'charity-federation');
    await expect(importRecords({ folder, databaseUrl, enrol: enrolByHash })).rejects.toThrow('names another agency');
    expect(await everyRow()).toEqual(before);
  });
});
