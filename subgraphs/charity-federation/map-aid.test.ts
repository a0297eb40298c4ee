import { expect, test } from '@jest/globals';
import { mapFundPayment, mapGrant } from './map-aid.js';
import { mapDonation } from './map-donation.js';

const GRANT = {
  ref: '1.r',
  registerNo: 'J1',
  projectName: '儿童大病救助',
  category: '大病救助',
  diseaseCode: 'C91.0',
  grantedOn: '2026年3月5日',
  amount: '3,000.00',
};

test('a grant as the sheet writes it becomes an aid of the contract', () => {
  expect(mapGrant(GRANT)).toEqual({
    id: 'GRANT:J1',
    kind: 'CHARITABLE_AID',
    programme: '儿童大病救助',
    cause: 'ILLNESS',
    diagnosis: 'C91.0',
    amount: { min: '3000.00', max: '3000.00' },
    grantedOn: '2026-03-05',
    lastPaidOn: '2026-03-05',
  });
});

test('a category without a line in the table has no cause; no category neither', () => {
  expect(mapGrant({ ...GRANT, category: '新类别' }).cause).toBeNull();
  expect(mapGrant({ ...GRANT, category: null }).cause).toBeNull();
  expect(mapGrant({ ...GRANT, category: '__proto__' }).cause).toBeNull();
});

test('a payment of the special fund is an aid of its own kind', () => {
  const fund = mapFundPayment({ ref: '1.r', caseNo: 'F1', diseaseCode: null, paidOn: '20260401', paid: '8000元' });
  expect(fund).toMatchObject({ kind: 'SPECIAL_FUND_GRANT', amount: { min: '8000.00', max: '8000.00' }, grantedOn: '2026-04-01' });
});

test('a donor is named without blanks, an anonymous one not at all', () => {
  const row = { ref: '1.r', donationNo: 'D1', donorName: '王　伟', donorRef: '1.d', donatedOn: '2026/1/2', amount: '500' };
  expect(mapDonation(row)).toMatchObject({ donorName: '王伟', donatedOn: '2026-01-02' });
  expect(mapDonation({ ...row, donorName: null }).donorName).toBeNull();
});
