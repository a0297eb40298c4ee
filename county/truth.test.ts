import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseDay } from './calendar.js';
import { CAUSE_WORDINGS } from './civil-affairs/wordings.js';
import { personDigits, readDay, readRows, readTruth } from './read-county.testing.js';
import { writeCounty } from './write-county.js';

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'county-truth-'));
  writeCounty({ people: 9_000, seed: 9, asOf: parseDay('2026-10-31'), out });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

const causeOf = (wording: string) => Object.entries(CAUSE_WORDINGS).find(([, wordings]) => wordings.includes(wording))?.[0];
const planted = (rule: string) =>
  readTruth(out)
    .cases.filter((entry) => entry.rule === rule && entry.expected === 'DUPLICATE')
    .flatMap(({ persons }) => persons.map(({ idNumber }) => personDigits(idNumber)))
    .sort();
const tempAids = () =>
  readRows(out, 'civil-affairs/temp_aid.csv').map((row) => ({
    person: personDigits(row.certno as string),
    cause: causeOf(row.cause as string),
    day: parseDay(row.grant_date as string),
    year: row.grant_date?.slice(0, 4),
  }));

describe('what the rules find in the exports is what was planted, no more and no less', () => {
  test('D7: illness aided by both agencies within 90 days', () => {
    const grants = readRows(out, 'charity-federation/grants.csv').map((row) => ({
      person: personDigits(row.身份证号 as string),
      ill: row.病种 !== '',
      day: readDay(row.发放日期 as string),
    }));
    const found = tempAids()
      .filter((aid) => aid.cause === 'ILLNESS')
      .filter((aid) => grants.some((grant) => grant.ill && grant.person === aid.person && Math.abs(grant.day - aid.day) <= 90));
    expect(found.map(({ person }) => person).sort()).toEqual(planted('D7'));
  });

  test('D1: temporary assistance twice for one cause in a natural year', () => {
    const seen = new Map<string, number>();
    for (const { person, cause, year } of tempAids()) {
      const key = `${person} ${cause} ${year}`;
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const found = [...seen].filter(([, times]) => times > 1).map(([key]) => key.slice(0, 17));
    expect(found.sort()).toEqual(planted('D1'));
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

  test('people with nothing on record have no aid anywhere', () => {
    const aided = new Set([
      ...tempAids().map(({ person }) => person),
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
