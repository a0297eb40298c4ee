import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ageOn, parseDay } from './calendar.js';
import { type Row, readAmount, readDay, readRows, readTruth } from './read-county.testing.js';
import { writeCounty } from './write-county.js';

const PEOPLE = 20_000;
const AS_OF = parseDay('2026-10-31');
let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'county-shape-'));
  writeCounty({ people: PEOPLE, seed: 5, asOf: AS_OF, out });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Rows of a large file none of whose fields is quoted. */
function readPlainRows(file: string): Row[] {
  const [header = '', ...lines] = readFileSync(join(out, file), 'utf8').trimEnd().split('\r\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const fields = line.split(',');
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] as string]));
  });
}

const within = (value: number, low: number, high: number): void => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
const running = (rows: readonly Row[]) => rows.filter((row) => row.end_date === '');
const covered = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + Number(row.cover_cnt), 0);

describe('the shape of the county', () => {
  test('ages', () => {
    const ages = readRows(out, 'truth/people.csv').map((row) => ageOn(parseDay(row.birth_date as string), AS_OF));
    const share = (from: number, to: number) => (100 * ages.filter((age) => age >= from && age <= to).length) / ages.length;
    within(share(0, 17), 15.8, 17.8);
    within(share(18, 34), 16, 19);
    within(share(35, 59), 40.5, 45);
    within(share(60, 120), 21.7, 24.7);
  });

  test('the ten commonest surnames make about two fifths', () => {
    const people = readRows(out, 'truth/people.csv');
    within(people.filter((row) => '王李张刘陈杨黄赵吴周'.includes(row.name?.slice(0, 1) ?? '')).length / people.length, 0.36, 0.45);
  });

  test('hardship: 3.4 % of people, 73 : 23 : 4', () => {
    const dibao = covered(running(readRows(out, 'civil-affairs/dibao.csv')));
    const near = covered(running(readRows(out, 'civil-affairs/near_dibao.csv')));
    const tekun = running(readRows(out, 'civil-affairs/tekun.csv')).length;
    const all = dibao + near + tekun;
    within(all / PEOPLE, 0.029, 0.039);
    within(dibao / all, 0.67, 0.79);
    within(near / all, 0.17, 0.29);
    within(tekun / all, 0.025, 0.06);
  });

  test('temporary assistance: about 322 a year in a whole county, one to six times the standard', () => {
    const amounts = readRows(out, 'civil-affairs/temp_aid.csv').map((row) => Number(row.amount));
    within((amounts.length / PEOPLE / 5) * 464_600, 250, 600);
    within(mean(amounts), 2_200, 2_800);
    within(Math.min(...amounts), 1_100, 1_300);
    within(Math.max(...amounts), 4_000, 6_600);
  });

  test('charity grants: 2,000 to 3,000 in a whole county, mostly 2,000 to 5,000 yuan', () => {
    const amounts = readRows(out, 'charity-federation/grants.csv').map((row) => readAmount(row.金额 as string));
    within((amounts.length / PEOPLE) * 430_000, 2_000, 3_600);
    within(amounts.filter((amount) => amount >= 2_000 && amount <= 5_000).length / amounts.length, 0.65, 0.95);
  });

  test('special fund: about 180 a year, 20,000 yuan on average', () => {
    const paid = readRows(out, 'charity-federation/special_fund.csv').flatMap((row) => (row.拨付金额 ? [readAmount(row.拨付金额)] : []));
    within((paid.length / PEOPLE / 4) * 464_600, 110, 260);
    within(mean(paid), 15_000, 26_000);
  });

  test('settlements: six or seven a person and year; a stay for about one in six', () => {
    const bills = readPlainRows('medical-insurance/settlements.csv');
    const years = 395 / 365;
    within(bills.length / PEOPLE / years, 5.8, 7.1);
    const stays = bills.filter((row) => row.med_type === '21' && row.refd_setl_flag === '0');
    within(stays.length / readRows(out, 'medical-insurance/insured.csv').length / years, 0.15, 0.22);
    // Medians: the few stays behind aid, campaigns and planted cases are dear. Lognormal of sigma 1 about 7,674 and 12,175 (2023).
    const cost = (insutype: string) => median(stays.filter((row) => row.insutype === insutype).map((row) => Number(row.medfee_sumamt)));
    within(cost('390'), 3_700, 5_400);
    within(cost('310'), 5_800, 8_800);
    const total = (column: string) => stays.reduce((sum, row) => sum + Number(row[column]), 0);
    within(total('hifp_pay') / total('medfee_sumamt'), 0.5, 0.72);
    within(total('maf_pay') / total('medfee_sumamt'), 0.004, 0.03);
  });

  test('about one in a hundred is left with more than 10,000 yuan in a year, almost none of them recognised', () => {
    const missed = readRows(out, 'truth/missed.csv').map((row) => row.id_number);
    within(missed.length / PEOPLE, 0.008, 0.02);
    const recognised = new Set(
      ['dibao', 'tekun'].flatMap((file) => running(readRows(out, `civil-affairs/${file}.csv`)).map((row) => row.certno)),
    );
    within(missed.filter((idNumber) => recognised.has(idNumber)).length / missed.length, 0, 0.04);
  });

  test('disability: 3 % hold a card, three in ten of those have a subsidy', () => {
    const cards = readRows(out, 'disabled-persons/cards.csv');
    within(cards.length / PEOPLE, 0.025, 0.036);
    const paid = new Set(readRows(out, 'disabled-persons/subsidies.csv').map((row) => row.残疾人证号));
    within(paid.size / cards.length, 0.24, 0.37);
  });

  test('insured: a little under 93 % of people, 23 % of them employees', () => {
    const insured = readRows(out, 'medical-insurance/insured.csv');
    within(insured.length / PEOPLE, 0.91, 0.945);
    within(insured.filter((row) => row.insutype === '310').length / insured.length, 0.19, 0.27);
  });

  test('the Red Cross and crowdfunding: as many as in a county, planted ones aside', () => {
    const planted = new Set(readTruth(out).cases.flatMap(({ rows }) => rows.map(({ file, key }) => `${file} ${key}`)));
    const unplanted = (file: string) => readRows(out, file).filter((row) => !planted.has(`${file} ${Object.values(row)[0]}`)).length;
    within((unplanted('red-cross/grants.csv') / PEOPLE / 5) * 430_000, 40, 160);
    within((unplanted('crowdfunding/campaigns.csv') / PEOPLE / 3) * 430_000, 70, 240);
  });

  test('every form of number and date that FORMATS.md names occurs, and nothing lies after asOf', () => {
    const grants = readRows(out, 'charity-federation/grants.csv');
    const forms = (column: string, ...patterns: RegExp[]) =>
      patterns.filter((pattern) => !grants.some((row) => pattern.test(row[column] as string)));
    expect(forms('身份证号', /^\d{17}[\dX]$/, /x$/, /^\d{15}$/, /^[０-９]{17}[０-９Ｘ]$/, /^\d+[ \u3000]\d+[ \u3000]/, /^$/)).toEqual([]);
    expect(forms('发放日期', /^\d{4}\.\d+\.\d+$/, /年/, /^\d{4}-\d\d-\d\d$/, /^\d{8}$/, /\//)).toEqual([]);
    expect(forms('姓名', /^.[ \u3000].$/)).toEqual([]);
    expect(grants.filter((row) => readDay(row.发放日期 as string) > AS_OF)).toEqual([]);
    expect(readRows(out, 'civil-affairs/temp_aid.csv').filter((row) => parseDay(row.grant_date as string) > AS_OF)).toEqual([]);
  });
});
