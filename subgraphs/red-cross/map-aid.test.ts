import { expect, test } from '@jest/globals';
import { mapGrant } from './map-aid.js';

const GRANT = {
  ref: '1.r',
  grantNo: 'RC1',
  project: '小天使基金',
  disease: '白血病',
  diseaseCode: 'C91.0',
  grantedOn: '2026年3月5日',
  amount: '30,000元',
};

test('a grant as the sheet writes it becomes an aid of the contract', () => {
  expect(mapGrant(GRANT)).toEqual({
    id: 'GRANT:RC1',
    kind: 'RED_CROSS_AID',
    programme: '小天使基金',
    cause: 'ILLNESS',
    diagnosis: 'C91.0',
    amount: { min: '30000.00', max: '30000.00' },
    grantedOn: '2026-03-05',
    lastPaidOn: '2026-03-05',
  });
});

test('a written illness is the cause; without one the project says, and an unknown project nothing', () => {
  const cause = (project: string, disease: string | null, diseaseCode: string | null = null) =>
    mapGrant({ ...GRANT, project, disease, diseaseCode }).cause;
  expect(cause('人道救助', '尿毒症')).toBe('ILLNESS');
  expect(cause('人道救助', null, 'N18.5')).toBe('ILLNESS');
  expect(cause('博爱　送万家', null)).toBe('OTHER');
  expect(cause('新项目', null)).toBeNull();
  expect(cause('__proto__', null)).toBeNull();
});

test('a date known to the month stays so; what cannot be read is no value', () => {
  expect(mapGrant({ ...GRANT, grantedOn: '2026.3' }).grantedOn).toBe('2026-03');
  expect(mapGrant({ ...GRANT, grantedOn: '春节前', amount: '若干' })).toMatchObject({ grantedOn: null, lastPaidOn: null, amount: null });
});
