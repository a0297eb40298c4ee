import { expect, test } from '@jest/globals';
import { mapRehabilitationAid, mapSubsidy } from './map-aid.js';
import { mapCard } from './map-card.js';

const SUBSIDY = {
  ref: '1.r',
  subsidyNo: 'BT1',
  subsidyKind: '重度残疾人护理补贴',
  monthlyAmount: '125.50',
  beganMonth: '2025-11',
  lastPaidMonth: '2026-02',
};

test('a subsidy: all months paid, the first and the last included', () => {
  expect(mapSubsidy(SUBSIDY)).toEqual({
    id: 'SUBSIDY:BT1',
    kind: 'DISABILITY_NURSING_SUBSIDY',
    programme: '重度残疾人护理补贴',
    cause: null,
    diagnosis: null,
    amount: { min: '502.00', max: '502.00' },
    grantedOn: '2025-11',
    lastPaidOn: '2026-02',
  });
  expect(mapSubsidy({ ...SUBSIDY, lastPaidMonth: null })).toMatchObject({ amount: { min: '0.00', max: '0.00' }, lastPaidOn: null });
  expect(mapSubsidy({ ...SUBSIDY, subsidyKind: '新补贴' })).toMatchObject({ kind: null, programme: '新补贴' });
});

test('rehabilitation aid is one-off; a project the table does not hold has no cause', () => {
  const row = { ref: '1.r', aidNo: 'KF1', project: '白内障复明', approvedOn: '2026-05-17', amount: '1800.00' };
  expect(mapRehabilitationAid(row)).toMatchObject({
    kind: 'REHABILITATION_AID',
    cause: 'ILLNESS',
    amount: { min: '1800.00', max: '1800.00' },
    grantedOn: '2026-05-17',
    lastPaidOn: '2026-05-17',
  });
  expect(mapRehabilitationAid({ ...row, project: 'constructor' }).cause).toBeNull();
});

test('a card by its words, whatever its number says', () => {
  const row = {
    ref: '1.r',
    cardNo: '99900119580312542941',
    disabilityType: '肢体残疾',
    disabilityGrade: '一级',
    issuedOn: '2021-04-01',
    validUntil: '2031-03-31',
    stateCode: '有效',
  };
  expect(mapCard(row)).toMatchObject({
    category: 'PHYSICAL',
    grade: 'GRADE_1',
    since: '2021-04-01',
    validUntil: '2031-03-31',
    state: 'VALID',
  });
  expect(mapCard({ ...row, disabilityType: '其他', disabilityGrade: null, stateCode: '' })).toMatchObject({
    category: null,
    grade: null,
    state: null,
  });
});
