import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseDay } from './calendar.js';
import { checkCharacter } from './people/resident-id.js';
import { readRows, readSamples, readTruth } from './read-county.testing.js';
import { writeCounty } from './write-county.js';

const AGENCIES = ['civil-affairs', 'charity-federation', 'medical-insurance', 'red-cross', 'disabled-persons', 'crowdfunding'];

let root: string;
const county = (name: string, options: Partial<Parameters<typeof writeCounty>[0]> = {}): string => {
  const out = join(root, name);
  writeCounty({ people: 2_000, seed: 1, asOf: parseDay('2026-10-31'), out, ...options });
  return out;
};

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(folder.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}

let first: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'county-'));
  first = county('first');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('determinism', () => {
  test('the same options give the same bytes', () => expect(fingerprint(county('again'))).toBe(fingerprint(first)));
  test('another seed gives others', () => expect(fingerprint(county('other', { seed: 2 }))).not.toBe(fingerprint(first)));
  test('neither the clock nor unseeded chance is read', () => {
    const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name));
    const unseeded = sources.filter((name) =>
      /Math\.random|Date\.now|new Date\(\)/.test(readFileSync(join(import.meta.dirname, name), 'utf8')),
    );
    expect(unseeded).toEqual([]);
  });
  test('too few people are refused', () => expect(() => county('few', { people: 499 })).toThrow('at least 500'));
});

describe('people', () => {
  test('as many as asked for, each with a number of their own, a valid checksum and a region never assigned', () => {
    const people = readRows(first, 'truth/people.csv');
    expect(people).toHaveLength(2_000);
    const numbers = people.map((row) => row.id_number as string).filter((number) => number !== '');
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => !/^999\d{14}[\dX]$/.test(number) || checkCharacter(number) !== number[17])).toEqual([]);
    expect(people.length - numbers.length).toBeLessThan(20);
  });

  test('the samples have the same names and numbers for every seed, size and date', () => {
    const other = county('samples', { seed: 77, people: 900, asOf: parseDay('2027-03-05') });
    expect(readSamples(other)).toEqual(readSamples(first));
    const people = new Map(readRows(first, 'truth/people.csv').map((row) => [row.id_number, row.name]));
    expect(readSamples(first).filter((sample) => people.get(sample.idNumber) !== sample.name)).toEqual([]);
    expect(readSamples(first).map(({ label }) => label)).toEqual([
      'aided-by-both',
      'nothing-on-record',
      'charity-only',
      'civil-affairs-only',
      'tekun',
      'household',
      'same-name',
      'not-recognised',
      'aided-twice',
      'crowdfunding',
    ]);
  });
});

describe('files', () => {
  test('the manifests count the rows', () => {
    for (const agency of AGENCIES) {
      const manifest = JSON.parse(readFileSync(join(first, agency, 'manifest.json'), 'utf8'));
      expect(manifest.agency).toBe(agency);
      for (const [name, rows] of Object.entries(manifest.files))
        expect([name, readRows(first, `${agency}/${name}`).length]).toEqual([name, rows]);
    }
  });

  test('every column that FORMATS.md names is there, in that order, and no other', () => {
    const formats = readFileSync(join(import.meta.dirname, 'FORMATS.md'), 'utf8');
    for (const agency of AGENCIES) {
      const [section] = formats.split(`## ${agency}/`)[1]?.split(/^## /m) ?? [];
      const described = [...(section?.matchAll(/^\| (\w+\.csv) \| ([^|]+) \|/gm) ?? [])].map(([, name, columns]) => [
        name,
        columns?.trim(),
      ]);
      const written = readdirSync(join(first, agency)).filter((name) => name.endsWith('.csv'));
      const headers = written.map((name) => [name, readFileSync(join(first, agency, name), 'utf8').split('\r\n', 1)[0]]);
      expect(headers).toEqual(described.map(([name, columns]) => [name, columns?.replaceAll(', ', ',')]).sort());
    }
  });

  test('every wording of civil affairs stands in FORMATS.md', () => {
    const formats = readFileSync(join(import.meta.dirname, 'FORMATS.md'), 'utf8');
    for (const [file, column] of [
      ['dibao', 'obj_type'],
      ['near_dibao', 'obj_type'],
      ['tekun', 'obj_type'],
      ['rigid_expenditure', 'obj_type'],
      ['temp_aid', 'cause'],
    ] as const) {
      const used = new Set(readRows(first, `civil-affairs/${file}.csv`).map((row) => row[column] as string));
      expect([...used].filter((wording) => !formats.includes(`\`${wording}\``))).toEqual([]);
    }
  });

  test('one spelling of a number per person, and only known residents and households, at civil affairs', () => {
    const residents = new Map(readRows(first, 'civil-affairs/residents.csv').map((row) => [row.resi_no, row.certno]));
    const households = new Set(readRows(first, 'civil-affairs/households.csv').map((row) => row.hshd_no));
    for (const file of [
      'household_members',
      'dibao',
      'near_dibao',
      'tekun',
      'temp_aid',
      'rigid_expenditure',
      'economic_checks',
      'referrals',
    ]) {
      const rows = readRows(first, `civil-affairs/${file}.csv`);
      expect(rows.filter((row) => residents.get(row.resi_no) !== row.certno || !households.has(row.hshd_no))).toEqual([]);
    }
  });

  test('every planted case names people and rows that exist', () => {
    const people = new Set(readRows(first, 'truth/people.csv').map((row) => row.person_id));
    const keys = new Map<string, Set<string | undefined>>();
    for (const { persons, rows } of readTruth(first).cases) {
      expect(persons.filter(({ personId }) => !people.has(personId))).toEqual([]);
      for (const { file, key } of rows) {
        if (!keys.has(file)) keys.set(file, new Set(readRows(first, file).map((row) => Object.values(row)[0])));
        expect(keys.get(file)).toContain(key);
      }
    }
  });
});
