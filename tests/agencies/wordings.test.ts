import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CATEGORY_CAUSES, causeOf } from '../../subgraphs/charity-federation/mappings.js';
import {
  CAUSE_WORDINGS,
  CONCLUSION_WORDINGS,
  codeOf,
  REFERRAL_WORDINGS,
  RELATIONS,
  STATUS_WORDINGS,
} from '../../subgraphs/civil-affairs/mappings.js';
import { ALERT_STATES, CARE_TYPES, SCHEMES } from '../../subgraphs/medical-insurance/mappings.js';

const FORMATS = readFileSync(new URL('../../county/FORMATS.md', import.meta.url), 'utf8');

/** Words in backticks between two texts of the page. */
function words(after: string, before: string): string[] {
  const start = FORMATS.indexOf(after) + after.length;
  return [...FORMATS.slice(start, FORMATS.indexOf(before, start)).matchAll(/`([^`]+)`/g)].map((match) => match[1] as string);
}

test.each([
  ['DIBAO', words('- dibao:', '- near-dibao'), 'DIBAO'],
  ['NEAR_DIBAO', words('- near-dibao:', '- tekun'), 'NEAR_DIBAO'],
  ['TEKUN', words('- tekun:', '- rigid'), 'EXTREME_POVERTY'],
  ['RIGID_EXPENDITURE', words('- rigid expenditure:', 'Spellings of `cause`'), 'RIGID_EXPENDITURE'],
] as const)('every spelling of the register %s has its class', (register, spellings, code) => {
  expect(spellings.length).toBeGreaterThan(5);
  expect(spellings.filter((wording) => codeOf(STATUS_WORDINGS[register], wording) !== code)).toEqual([]);
});

test('every spelling of a cause, relation and category has its code', () => {
  const causes = words('Spellings of `cause`', '## charity-federation');
  expect(causes.length).toBe(Object.keys(CAUSE_WORDINGS).length);
  expect(causes.filter((wording) => codeOf(CAUSE_WORDINGS, wording) === null)).toEqual([]);
  const relations = words('rel_code GB/T 4761:', 'cover_flag');
  expect(relations.filter((code) => codeOf(RELATIONS, code) === null)).toEqual([]);
  const conclusions = words('empty: under way. conclusion', '| referrals.csv');
  expect(conclusions).toEqual(['符合', '不符合', '预警']);
  expect(conclusions.filter((wording) => codeOf(CONCLUSION_WORDINGS, wording) === null)).toEqual([]);
  expect(words('`红十字会`. consent', '## charity-federation').slice(0, 2)).toEqual(Object.keys(REFERRAL_WORDINGS));
  const categories = words('| 项目类别', '救助病种: `');
  expect(categories).toEqual(Object.keys(CATEGORY_CAUSES));
  expect(categories.filter((category) => causeOf(category) === null)).toEqual([]);
});

test('every code and word of the insurance platform has its code', () => {
  const schemes = words('| insured.csv', 'end_date empty');
  expect(schemes).toEqual(Object.keys(SCHEMES));
  const care = words('| settlements.csv', 'dise_no ICD-10');
  expect(care.toSorted()).toEqual(Object.keys(CARE_TYPES).sort());
  expect(words('personal burden of the year', '\n')).toEqual(Object.keys(ALERT_STATES));
});
