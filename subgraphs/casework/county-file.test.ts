import { describe, expect, test } from '@jest/globals';
import { inForce } from './county-file.js';
import { FINDING_PARAMETERS_TEXT, readFindingParameters } from './findings/parameters.js';
import { PAYER_ORDER_TEXT, readPayerOrder } from './waterfall/payer-order.js';

const ALL =
  'BASIC_INSURANCE, CRITICAL_ILLNESS, OTHER_FUNDS, MEDICAL_ASSISTANCE, COMMERCIAL, DEPARTMENTS, CHARITY, CROWDFUNDING, SPECIAL_FUND';
const entry = (change: string) => `version: v1\nentries:\n  - { county: "999001", from: "2024-01-01", to: null, order: [${ALL}]${change} }`;

describe('what is in force', () => {
  test('the committed files hold the synthetic county', () => {
    expect(inForce(readPayerOrder(PAYER_ORDER_TEXT), '999001', '2026-11-05')?.order).toHaveLength(9);
    expect(inForce(readFindingParameters(FINDING_PARAMETERS_TEXT), '999001', '2026-11-05')?.M1.burden).toBe(1_000_000n);
  });

  test('an order is in force from its first to its last day, in its county', () => {
    const other = `, order: [${ALL.split(', ').reverse().join(', ')}] }`;
    const file = readPayerOrder(
      `version: v1\nentries:\n  - { county: "999001", from: "2024-01-01", to: "2024-12-31", order: [${ALL}] }\n  - { county: "999001", from: "2025-01-01", to: null${other}`,
    );
    const first = (day: string, county = '999001') => inForce(file, county, day)?.order[0];
    expect(['2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01'].map((day) => first(day))).toEqual([
      undefined,
      'BASIC_INSURANCE',
      'BASIC_INSURANCE',
      'SPECIAL_FUND',
    ]);
    expect(first('2024-06-01', '999002')).toBeUndefined();
  });
});

test.each([
  ['nothing', '', 'must hold version and a list of entries'],
  ['no YAML', '{', 'payer order:'],
  ['no version', entry('').replace('v1', ''), 'version must be text'],
  ['a layer left out', entry('').replace('CHARITY, ', ''), 'entries[0]: order: CHARITY is missing'],
  ['a layer twice', entry('').replace('CHARITY, ', 'CHARITY, CHARITY, '), 'entries[0]: order names a layer twice'],
  ['a layer that is none', entry('').replace('CHARITY, ', 'CHARITY, LUCK, '), 'entries[0]: order: LUCK is no layer'],
  ['a day that is none', entry('').replace('2024-01-01', '2024-13-01'), 'entries[0]: from must be a day'],
  ['a last day before the first', entry('').replace('null', '"2023-01-01"'), 'entries[0]: to must be null or a day not before from'],
  ['another key', entry(', hurry: 1'), 'entries[0]: hurry is not a known key'],
  ['two at once', `${entry('')}\n${entry('').split('\n')[2]}`, 'two entries of 999001 are in force from 2024-01-01'],
])('a payer order with %s is refused', (_, text, problem) => expect(() => readPayerOrder(text)).toThrow(problem));

test.each([
  ['a number that is none', 'days: 90', 'days: "90"', 'D7.days must be a whole number'],
  ['yuan without decimals', '"10000.00"', '10000', 'M1.burdenYuan must be yuan with two decimals'],
  ['a kind that is none', '[SPECIAL_FUND_GRANT, ', '[LUCK, SPECIAL_FUND_GRANT, ', 'earmarked.always must be a list of'],
  ['another key', 'leftYuan:', 'rightYuan: "1.00"\n      leftYuan:', 'M2.rightYuan is not a known key'],
  ['a rule left out', 'D3: { toleranceYuan: "1.00" }', '', 'D3 is missing'],
])('parameters with %s are refused', (_, from, to, problem) => {
  expect(FINDING_PARAMETERS_TEXT).toContain(from);
  expect(() => readFindingParameters(FINDING_PARAMETERS_TEXT.replace(from, to))).toThrow(problem);
});

test('everything wrong is named at once', () => {
  const text = entry('').replace('v1', '').replace('CHARITY, ', '').replace('2024-01-01', 'x');
  expect(() => readPayerOrder(text)).toThrow(/version must be text[\s\S]*from must be a day[\s\S]*CHARITY is missing/);
});
