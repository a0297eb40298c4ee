import { expect, test } from '@jest/globals';
import type { RegisterEntryRow } from './data/find-register-entries.js';
import { mapRegularAid, mapTemporaryAid } from './map-aid.js';
import { mapStatuses } from './map-status.js';

const DIBAO: RegisterEntryRow = {
  ref: '1.r',
  register: 'DIBAO',
  cardNo: 'DB1',
  residentNo: 'R1',
  objectType: '农村低保户',
  mode: '户保',
  beganOn: '2025-11-20',
  endedOn: null,
  reviewOn: '2026-11-20',
  monthlyAmount: '850.50',
  lastPaidMonth: '2026-02',
};

test('a running grant: all months paid, the first and the last included', () => {
  expect(mapRegularAid(DIBAO)).toEqual([
    {
      id: 'DIBAO:DB1:R1',
      kind: 'SUBSISTENCE_ALLOWANCE',
      programme: '农村低保户（户保）',
      cause: null,
      diagnosis: null,
      amount: { min: '3402.00', max: '3402.00' },
      grantedOn: '2025-11-20',
      lastPaidOn: '2026-02',
    },
  ]);
});

test('granted and not yet paid is zero; a status without payment is no aid', () => {
  expect(mapRegularAid({ ...DIBAO, lastPaidMonth: null })[0]?.amount).toEqual({ min: '0.00', max: '0.00' });
  expect(mapRegularAid({ ...DIBAO, register: 'NEAR_DIBAO', monthlyAmount: null })).toEqual([]);
  expect(mapRegularAid({ ...DIBAO, register: 'RIGID_EXPENDITURE', monthlyAmount: null })).toEqual([]);
});

test('two members of one household have records of different ids', () => {
  const ids = ['R1', 'R2'].map((residentNo) => mapRegularAid({ ...DIBAO, residentNo })[0]?.id);
  expect(new Set(ids).size).toBe(2);
});

test('temporary assistance keeps its wording beside the code; an unknown wording has no code', () => {
  const row = { ref: '1.r', aidNo: 'LS1', cause: '突发疾病', aidMode: '小额', amount: '3000.00', grantedOn: '2026-03-18' };
  expect(mapTemporaryAid(row)).toMatchObject({ cause: 'ILLNESS', programme: '临时救助（小额，突发疾病）', lastPaidOn: '2026-03-18' });
  expect(mapTemporaryAid({ ...row, cause: '丢失钱包' })).toMatchObject({ cause: null, programme: '临时救助（小额，丢失钱包）' });
});

test('statuses: the higher group first, a wording without code last', () => {
  const rows: RegisterEntryRow[] = [
    { ...DIBAO, objectType: '新的叫法' },
    { ...DIBAO, register: 'RIGID_EXPENDITURE', objectType: '因病支出型困难' },
    { ...DIBAO, objectType: '低保（单人保）' },
    { ...DIBAO, register: 'TEKUN', objectType: '五保 分散', beganOn: '2026-01-05' },
  ];
  expect(mapStatuses(rows, (id) => id).map(({ statusClass, wording }) => [statusClass, wording])).toEqual([
    ['EXTREME_POVERTY', '五保 分散'],
    ['DIBAO', '低保（单人保）'],
    ['RIGID_EXPENDITURE', '因病支出型困难'],
    [null, '新的叫法'],
  ]);
});
