import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDay } from '../calendar.js';
import type { Status } from '../rates.js';
import { type Bill, fundsOf, inPolicyLeft, outsidePolicy, personalPart } from './bill.js';
import type { Insured, YearAccount } from './insured.js';
import { burdenOf, type Charge, enterBill, settleBill } from './settle-bill.js';

const EMPTY: YearAccount = { leftByPool: 0, criticalIllness: 0, assistance: 0, personalPart: 0, commercial: 0, alerted: false };
const person = { id: 'N1', idNumber: '', name: '王伟', sex: 'M', birth: parseDay('1970-01-01'), relation: '02' } as const;
const insured = (details: Partial<Insured>): Insured => ({
  person,
  diary: { statuses: [], aids: [], bills: [] },
  psn_no: 'P1',
  certno: '',
  employee: false,
  civilServant: false,
  commercial: false,
  monitored: false,
  years: new Map(),
  ...details,
});
const charge = (total: number, outside = 0): Charge => ({
  careType: 'INPATIENT',
  level: 'SECONDARY',
  total,
  fullSelfPay: outside,
  overLimit: 0,
  advanceSelfPay: 0,
  hospital: 0,
  accountLimit: 0,
});

describe('one bill through the layers', () => {
  test('a resident: deductible, then the pool', () => {
    const { bill } = settleBill(insured({}), EMPTY, undefined, charge(1_000_000, 100_000));
    // 9,000 yuan within the policy less 600; 79 % of that.
    expect(bill).toMatchObject({ inPolicy: 900_000, deductible: 60_000, pool: 663_600, cash: 336_400 });
  });
  test('dibao: medical assistance pays four fifths of what is left within the policy', () => {
    const { bill } = settleBill(insured({}), EMPTY, 'DIBAO', charge(1_000_000, 100_000));
    expect(bill.assistance).toBe(Math.round((900_000 - 663_600) * 0.8));
  });
  test('critical illness adds up over the year, and pays over its line only', () => {
    const account = { ...EMPTY };
    const first = settleBill(insured({}), account, undefined, charge(8_000_000));
    enterBill(account, first);
    const second = settleBill(insured({}), account, undefined, charge(8_000_000));
    expect(first.bill.criticalIllness).toBe(0);
    expect(account.leftByPool).toBe(inPolicyLeft(first.bill));
    expect(second.bill.criticalIllness).toBe(Math.round((2 * account.leftByPool - 2_000_000) * 0.6));
  });
  test('the supplement pays half of what exceeds 10,000 yuan in the year', () => {
    const settled = settleBill(insured({ commercial: true }), EMPTY, undefined, charge(6_000_000, 600_000));
    const paid = settled.commercialInPolicy + settled.commercialOutside;
    expect(paid).toBe(Math.round((personalPart(settled.bill) - 1_000_000) * 0.5));
    expect(burdenOf(settled)).toBe(personalPart(settled.bill) - paid);
  });
});

const holds = (bill: Bill) => {
  expect(bill.total).toBe(bill.inPolicy + bill.fullSelfPay + bill.overLimit + bill.advanceSelfPay);
  expect(bill.total).toBe(fundsOf(bill) + bill.hospital + personalPart(bill));
  expect(personalPart(bill)).toBeGreaterThanOrEqual(outsidePolicy(bill));
  for (const amount of Object.values(bill)) expect(Number.isInteger(amount) && amount >= 0).toBe(true);
};

test('whatever is charged and whoever is insured: whole fen, nothing lost, no share below zero, none paid twice', () => {
  const people = fc.record({ employee: fc.boolean(), civilServant: fc.boolean(), commercial: fc.boolean() });
  const statuses = fc.constantFrom<Status | undefined>('TEKUN', 'DIBAO', 'NEAR_DIBAO', 'RIGID_EXPENDITURE', undefined);
  const charges = fc.array(
    fc.record({
      careType: fc.constantFrom('INPATIENT' as const, 'OUTPATIENT' as const, 'CHRONIC' as const),
      level: fc.constantFrom('PRIMARY' as const, 'SECONDARY' as const, 'TERTIARY' as const),
      total: fc.integer({ min: 100, max: 90_000_000 }),
      outside: fc.double({ min: 0, max: 1, noNaN: true }),
      hospital: fc.integer({ min: 0, max: 10_000 }),
      accountLimit: fc.integer({ min: 0, max: 60_000 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(people, statuses, charges, (who, status, drawn) => {
      const account = { ...EMPTY };
      for (const { outside, ...rest } of drawn) {
        const out = Math.floor(rest.total * outside);
        const settled = settleBill(insured(who), account, status, { ...rest, fullSelfPay: out, overLimit: 0, advanceSelfPay: 0 });
        holds(settled.bill);
        expect(burdenOf(settled)).toBeGreaterThanOrEqual(0);
        expect(settled.bill.assistance + settled.commercialInPolicy).toBeLessThanOrEqual(inPolicyLeft(settled.bill));
        enterBill(account, settled);
      }
    }),
  );
});
