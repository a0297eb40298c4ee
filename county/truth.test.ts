import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseDay } from './calendar.js';
import { findByRule } from './find-by-rule.testing.js';
import { personDigits, readRows, readSamples, readTruth } from './read-county.testing.js';
import { writeCounty } from './write-county.js';

let out: string;
let found: ReturnType<typeof findByRule>;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'county-truth-'));
  writeCounty({ people: 4_000, seed: 9, asOf: parseDay('2026-10-31'), out });
  found = findByRule(out);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const planted = (rule: string) =>
  readTruth(out)
    .cases.filter((entry) => entry.rule === rule && (entry.expected === 'DUPLICATE' || entry.expected === 'MISSED'))
    .flatMap(({ persons }) => persons.map(({ idNumber }) => personDigits(idNumber)))
    .sort();
const aidedTwice = () => personDigits(readSamples(out).find(({ label }) => label === 'aided-twice')?.idNumber ?? '');
const missed = () =>
  readRows(out, 'truth/missed.csv')
    .map((row) => personDigits(row.id_number as string))
    .sort();

describe('what the rules find in the exports is what was planted, no more and no less', () => {
  test.each(['D1', 'D2', 'D3', 'D7', 'D8', 'M2', 'M7'])('%s: nobody but the planted', (rule) => {
    expect(planted(rule).length).toBeGreaterThan(0);
    // A sample is planted for the README, not for the score.
    const samples = rule === 'D7' ? [aidedTwice()] : [];
    expect(found[rule]).toEqual([...planted(rule), ...samples].sort());
  });

  test('M1: whom the truth lists, the planted among them', () => {
    expect(found.M1).toEqual(missed());
    expect(planted('M1').length).toBeGreaterThan(2);
    expect(planted('M1').filter((person) => !missed().includes(person))).toEqual([]);
  });

  test('no look-alike is found by the rule it resembles', () => {
    const alike = readTruth(out).cases.filter(({ expected }) => expected === 'NO_FINDING' || expected === 'DIFFERENT_PERSONS');
    expect(alike.length).toBeGreaterThan(30);
    const wrong = alike.filter(({ rule, persons }) => persons.some(({ idNumber }) => found[rule ?? '']?.includes(personDigits(idNumber))));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('D6: tekun with dibao, unavoidable expenditure with near-dibao', () => {
    const spans = (file: string) =>
      readRows(out, `civil-affairs/${file}.csv`).map((row) => ({
        household: row.hshd_no,
        from: row.bgn_date?.slice(0, 7) as string,
        to: (row.end_date || row.valid_until || '9999').slice(0, 7),
      }));
    const overlapping = (one: string, other: string) => {
      const others = spans(other);
      return spans(one).filter((a) => others.some((b) => a.household === b.household && a.from <= b.to && b.from <= a.to)).length;
    };
    const cases = (label: string) => readTruth(out).cases.filter((entry) => entry.label === label).length;
    expect(overlapping('tekun', 'dibao')).toBe(cases('tekun-with-dibao'));
    expect(overlapping('rigid_expenditure', 'near_dibao')).toBe(cases('rigid-with-near-dibao'));
  });

  test('people with nothing on record have neither aid nor bills anywhere', () => {
    const aided = new Set([
      ...readRows(out, 'civil-affairs/temp_aid.csv').map((row) => personDigits(row.certno as string)),
      ...readRows(out, 'red-cross/grants.csv').map((row) => personDigits(row.身份证号码 as string)),
      ...readRows(out, 'crowdfunding/campaigns.csv').map((row) => personDigits(row.patient_id_number as string)),
      ...readRows(out, 'disabled-persons/cards.csv').map((row) => personDigits((row.残疾人证号 as string).slice(0, 18))),
      ...readRows(out, 'medical-insurance/settlements.csv').map((row) => personDigits(row.certno as string)),
      ...readRows(out, 'charity-federation/grants.csv').map((row) => personDigits(row.身份证号 as string)),
      ...readRows(out, 'charity-federation/special_fund.csv').map((row) => personDigits(row.身份证号 as string)),
      ...['dibao', 'near_dibao', 'tekun', 'rigid_expenditure'].flatMap((file) =>
        readRows(out, `civil-affairs/${file}.csv`).map((row) => personDigits(row.certno as string)),
      ),
    ]);
    const blank = readTruth(out).cases.filter(({ expected }) => expected === 'NOTHING_ON_RECORD');
    expect(blank.length).toBeGreaterThanOrEqual(2);
    expect(blank.flatMap(({ persons }) => persons).filter(({ idNumber }) => aided.has(personDigits(idNumber)))).toEqual([]);
  });
});
