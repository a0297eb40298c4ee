import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readFieldPolicies } from '../../../kit/enforce/field-policies.js';
import { aidOf, billOf, openTimeOf, statusOf } from './facts.js';
import { TODAY } from './world.testing.js';

const policies = readFieldPolicies(readFileSync(join(import.meta.dirname, '../../../schema/subgraphs/casework.graphql'), 'utf8'));

describe('what a missing value means rests on how it is decided', () => {
  // Were they decided apart, a withheld end would look like one that is still to come.
  test.each([
    ['StatusRecord.since', 'StatusRecord.until'],
    ['Campaign.openedOn', 'Campaign.closedOn'],
  ])('%s and %s are released together', (begin, end) => {
    expect(policies.get(begin)).toBeDefined();
    expect(policies.get(end)).toEqual(policies.get(begin));
  });

  // A cause is never released without health data, so beside one a missing diagnosis is one that was not recorded.
  test('a cause needs the category of the diagnosis, and is never transformed', () => {
    const [cause, diagnosis] = [policies.get('AidRecord.cause'), policies.get('AidRecord.diagnosis')];
    if (cause?.kind !== 'PROTECTED' || diagnosis?.kind !== 'PROTECTED') throw new Error('both are protected');
    expect(cause.categories).toEqual(expect.arrayContaining([...diagnosis.categories]));
    expect(cause.by).toBe('REDACT');
  });
});

test('an end that is not there means running only where the beginning was released', () => {
  const status = (since: string | null, until: string | null) =>
    statusOf({ statusClass: null, wording: null, since, until, reviewOn: null }).until;
  expect(status('2024-05', null).from).toBe(Number.POSITIVE_INFINITY);
  expect(status(null, null).from).toBe(Number.NEGATIVE_INFINITY);
  const closed = { id: null, state: 'CLOSED', diagnosis: null, target: null, raised: null, withdrawn: null, fee: null, closedOn: null };
  expect(openTimeOf({ ...closed, openedOn: '2024-05' }).closed.from).toBe(Number.NEGATIVE_INFINITY);
});

test('what was not released is unknown, not nothing', () => {
  const nothing = { id: null, careType: null, diagnosis: null, hospital: null, admittedOn: null, dischargedOn: null, settledOn: null };
  const amounts = { total: null, inPolicy: null, basicInsurance: null, criticalIllness: null, otherFunds: null };
  const bill = billOf({ ...nothing, ...amounts, medicalAssistance: null, commercialInPolicy: null, commercialOutside: null });
  expect([bill.total, bill.paid, bill.left]).toEqual(Array.from({ length: 3 }, () => ({ min: 0n, max: null })));
  const aid = {
    id: null,
    kind: null,
    programme: null,
    cause: null,
    diagnosis: null,
    amount: null,
    grantedOn: '2026-01-05',
    lastPaidOn: null,
  };
  expect(aidOf('civil-affairs', aid, TODAY)).toMatchObject({ amount: { min: 0n, max: null }, paid: { to: TODAY } });
});
