import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseDay } from './calendar.js';
import { byColumn } from './find-by-rule.testing.js';
import { type Row, readRows } from './read-county.testing.js';
import { writeCounty } from './write-county.js';

let out: string;
let bills: readonly Row[];
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'county-bills-'));
  writeCounty({ people: 3_000, seed: 4, asOf: parseDay('2026-10-31'), out });
  bills = readRows(out, 'medical-insurance/settlements.csv');
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

function fen(text: string | undefined): number {
  if (!/^-?\d+\.\d{2}$/.test(text ?? '')) throw new Error(`${text} is no amount`);
  if (text === '-0.00') throw new Error('zero has no sign');
  return Number(text?.replace('.', ''));
}
const sum = (row: Row, ...columns: readonly string[]) => columns.reduce((total, column) => total + fen(row[column]), 0);
const breaking = (holds: (row: Row) => boolean) => bills.filter((row) => !holds(row)).map((row) => row.setl_id);
const reversal = (row: Row) => row.refd_setl_flag === '1';

const FUNDS = ['hifp_pay', 'cvlserv_pay', 'hifes_pay', 'hifmi_pay', 'hifob_pay', 'maf_pay', 'oth_pay'] as const;
const AMOUNTS = [
  ...['medfee_sumamt', 'fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt', 'act_pay_dedc', ...FUNDS],
  ...['hosp_part_amt', 'fund_pay_sumamt', 'psn_part_amt', 'acct_pay', 'psn_cash_pay'],
];

describe('what holds in every settlement, in fen', () => {
  test('there are about six and a half a person and year', () => {
    const perYear = (bills.length / 3_000) * (365 / 395);
    expect(perYear).toBeGreaterThan(5.5);
    expect(perYear).toBeLessThan(7.2);
  });
  test('total = outside the policy + within it', () =>
    expect(
      breaking((row) => fen(row.medfee_sumamt) === sum(row, 'fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt')),
    ).toEqual([]));
  test('the funds add up', () => expect(breaking((row) => fen(row.fund_pay_sumamt) === sum(row, ...FUNDS))).toEqual([]));
  test('total = funds + hospital + person', () =>
    expect(breaking((row) => fen(row.medfee_sumamt) === sum(row, 'fund_pay_sumamt', 'hosp_part_amt', 'psn_part_amt'))).toEqual([]));
  test('person = account + cash', () =>
    expect(breaking((row) => fen(row.psn_part_amt) === sum(row, 'acct_pay', 'psn_cash_pay'))).toEqual([]));
  test('no amount has the wrong sign', () =>
    expect(breaking((row) => AMOUNTS.every((column) => (reversal(row) ? -1 : 1) * fen(row[column]) >= 0))).toEqual([]));
  test('funds do not pay more than what is within the policy', () =>
    expect(breaking((row) => reversal(row) || fen(row.fund_pay_sumamt) + fen(row.hosp_part_amt) <= fen(row.inscp_scp_amt))).toEqual([]));
});

test('a reversal negates an earlier row of the same person, every amount of it', () => {
  const byId = new Map(bills.map((row, index) => [row.setl_id, { row, index }]));
  const reversals = bills.filter(reversal);
  expect(reversals.length).toBeGreaterThan(20);
  const wrong = reversals.filter((row) => {
    const original = byId.get(row.refd_setl_id);
    if (!original || original.index >= (byId.get(row.setl_id)?.index ?? 0)) return true;
    return original.row.psn_no !== row.psn_no || AMOUNTS.some((column) => fen(original.row[column]) + fen(row[column]) !== 0);
  });
  expect(wrong).toEqual([]);
  expect(bills.filter((row) => !reversal(row) && row.refd_setl_id !== '')).toEqual([]);
});

test('a fund split adds up to the funds of its settlement, of which there is more than one', () => {
  const splits = byColumn(readRows(out, 'medical-insurance/fund_split.csv'), 'setl_id');
  const severalFunds = bills.filter((row) => FUNDS.filter((fund) => fen(row[fund]) !== 0).length > 1);
  expect([...splits.keys()]).toEqual(severalFunds.map((row) => row.setl_id));
  expect(
    severalFunds.filter(
      (row) =>
        (splits.get(row.setl_id as string) ?? []).reduce((total, part) => total + fen(part.fund_payamt), 0) !== fen(row.fund_pay_sumamt),
    ),
  ).toEqual([]);
});

test('bills, claims and alerts are of insured people, and claims of bills that stand', () => {
  const insured = new Map(readRows(out, 'medical-insurance/insured.csv').map((row) => [row.psn_no, row.certno]));
  const reversed = new Set(bills.filter(reversal).map((row) => row.refd_setl_id));
  const standing = new Map(bills.filter((row) => !reversal(row) && !reversed.has(row.setl_id)).map((row) => [row.setl_id, row]));
  for (const file of ['settlements', 'ma_claims', 'commercial_claims', 'high_cost_alerts']) {
    const rows = readRows(out, `medical-insurance/${file}.csv`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => insured.get(row.psn_no as string) !== row.certno)).toEqual([]);
    if (file.endsWith('claims')) expect(rows.filter((row) => standing.get(row.setl_id)?.psn_no !== row.psn_no)).toEqual([]);
  }
});

test('a campaign pays out no more than was raised, less what was given back and the fee', () => {
  const money = byColumn(readRows(out, 'crowdfunding/money.csv'), 'campaign_id');
  const campaigns = readRows(out, 'crowdfunding/campaigns.csv');
  expect(campaigns.length).toBeGreaterThan(0);
  for (const { campaign_id } of campaigns) {
    const of = (kind: string) =>
      (money.get(campaign_id as string) ?? []).filter((row) => row.kind === kind).reduce((total, row) => total + fen(row.amount), 0);
    expect(of('DONATION_DAY')).toBeGreaterThan(0);
    expect(of('WITHDRAWAL') + of('FEE')).toBeLessThanOrEqual(of('DONATION_DAY') - of('RETURN'));
  }
});

test('a card number is the ID number, the class and the grade; one card a person', () => {
  const cards = readRows(out, 'disabled-persons/cards.csv');
  const people = new Set(readRows(out, 'truth/people.csv').map((row) => row.id_number));
  expect(cards.filter((row) => !/^[\dxX]{18}[1-7][1-4]$/.test(row.残疾人证号 ?? ''))).toEqual([]);
  expect(cards.filter((row) => !people.has(row.残疾人证号?.slice(0, 18).toUpperCase()))).toEqual([]);
  expect(new Set(cards.map((row) => row.残疾人证号?.slice(0, 18))).size).toBe(cards.length);
  const numbers = new Set(cards.map((row) => row.残疾人证号));
  for (const file of ['subsidies', 'rehab_aids']) {
    expect(readRows(out, `disabled-persons/${file}.csv`).filter((row) => !numbers.has(row.残疾人证号))).toEqual([]);
  }
});
