import { describe, expect, test } from '@jest/globals';
import { NEVER_IMPORTED } from '../../schema/values/never-imported.js';
import { OUTCOMES } from '../../schema/vocabulary/outcomes.js';
import type { DisclosureReport } from '../../schema/wire/disclosure.js';
import type { Language } from '../language.js';
import { answered } from './answers.fixture.js';
import { ANSWERS } from './answers.js';
import { formatAmount } from './format-amount.js';
import { presentAnswer } from './present-answer.js';
import type { PersonAid } from './question.js';
import { NOTHING, withheldMark } from './words.js';

const NAMES: Readonly<Record<string, Record<Language, string>>> = {
  'medical-insurance': { zh: '县医疗保障局', en: 'Medical Insurance' },
  'civil-affairs': { zh: '县民政局', en: 'Civil Affairs' },
  'charity-federation': { zh: '县慈善总会', en: 'Charity' },
};

function show(data: PersonAid, disclosure: DisclosureReport, language: Language): string {
  return presentAnswer(data, disclosure, { language, organisationName: (id) => NAMES[id]?.[language] ?? id }).join('\n');
}

describe.each(['zh', 'en'] as const)('the table in %s', (language) => {
  test('tells withheld, nothing on record, not answered and not imported yet apart', () => {
    const highCostAlerts = { asOf: NEVER_IMPORTED, items: [] };
    const data = { person: { ...answered.data.person, highCostAlerts } } as PersonAid;
    const text = show(data, answered.disclosure, language);
    const lineOf = (words: string) => text.split('\n').find((line) => line.includes(words)) ?? '';
    const kinds = [withheldMark(OUTCOMES.WITHHELD[language]), ...Object.values(NOTHING).map((words) => words[language])];
    for (const words of kinds) expect(lineOf(words)).not.toBe('');
    // Not only the words: the first character differs, so that a glance is enough.
    expect(new Set(kinds.map((words) => words[0])).size).toBe(4);
    for (const words of kinds) for (const other of kinds) if (words !== other) expect(words).not.toContain(other);
  });

  test('every line of a field names its source', () => {
    const lines = show(answered.data, answered.disclosure, language).split('\n');
    const table = lines.slice(2, lines.indexOf(''));
    expect(table.length).toBeGreaterThan(5);
    const sources = ANSWERS.map(({ source }) => NAMES[source]?.[language] ?? source);
    for (const line of table) expect(sources.filter((source) => line.startsWith(source))).not.toEqual([]);
  });
});

test('a source without any import says so in place of a day', () => {
  const sources = answered.disclosure.sources.map((entry) => ({ ...entry, asOf: NEVER_IMPORTED }));
  const text = show(answered.data, { ...answered.disclosure, sources }, 'en');
  expect(text).toMatch(/Civil Affairs +answered +\(no records imported yet\)/);
  expect(text).not.toContain('1970');
});

test('a released field says how it was released and on what basis', () => {
  const text = show(answered.data, answered.disclosure, 'zh');
  expect(text).toMatch(/1\. 金额 +2000\.00 – 4999\.99 元 +脱敏提供：金额区间（本人同意）/);
  expect(text).toMatch(/1\. 救助类别 +一次性救助 +脱敏提供：救助类别归并（本人同意）/);
});

test('a null that was not withheld is nothing on record; a withheld one is not', () => {
  const text = show(answered.data, answered.disclosure, 'en');
  expect(text).toMatch(/1\. programme +【Not permitted to say】$/m);
  expect(text).toMatch(/1\. last paid +- nothing on record/);
});

test('bills take a line or two each, the newest first, and beyond five are counted', () => {
  const text = show(answered.data, answered.disclosure, 'en');
  expect([...text.matchAll(/\d\. settled (\S+)/g)].map((match) => match[1])).toEqual([
    '2026-05',
    '2026-03',
    '2025-05',
    '2025-04',
    '2025-03',
  ]);
  expect(text).toContain('2 earlier ones not shown (--json shows all)');
  expect(text).toMatch(
    /1\. settled 2026-05 +care - nothing on record; diagnosis 【Not permitted to say】 +Released de-identified: Date as month \(Local/,
  );
  expect(text).toContain('total 20000.00 – 49999.99 yuan');
  expect(text).toContain('medical assistance - nothing on record');
  // Certainly nothing.
  expect(text).not.toContain('critical illness');
});

test('totals are intervals, open while anything is withheld or missing', () => {
  expect(formatAmount({ min: '10.00', max: '10.00' }, 'en')).toBe('10.00 yuan');
  expect(formatAmount({ min: '10.00', max: '20.00' }, 'zh')).toBe('10.00 – 20.00 元');
  expect(formatAmount({ min: '10.00', max: null }, 'en')).toBe('10.00 yuan or more (no upper limit known)');
  expect(show(answered.data, answered.disclosure, 'en')).toMatch(/all sources +2000\.00 yuan or more/);
});

test('sources with freshness, the missing one named, and the receipt', () => {
  const text = show(answered.data, answered.disclosure, 'en');
  expect(text).toMatch(/Civil Affairs +answered +records as of 2026-11-01 +up to date/);
  expect(text).toMatch(/Charity +\?\? did not answer/);
  expect(text).toContain('Receipt  receipt-1');
});
