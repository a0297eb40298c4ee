import { expect, test } from '@jest/globals';
import { mapMeansCheck } from './map-means-check.js';

const row = { ref: 'r', checkNo: 'HD1', reportedOn: '2026-05-04', conclusion: '不符合', referredOn: null, consent: null };

test('a refusal without referral says so', () => {
  expect(mapMeansCheck(row)).toEqual({
    ...{ id: 'CHECK:HD1', conclusion: 'NOT_ELIGIBLE', reportedOn: '2026-05-04', referral: 'NONE', referredOn: null },
  });
});
test('consent tells a referral from one that was declined', () => {
  const referred = { ...row, referredOn: '2026-05-09' };
  expect(mapMeansCheck({ ...referred, consent: '同意' })).toMatchObject({ referral: 'REFERRED', referredOn: '2026-05-09' });
  expect(mapMeansCheck({ ...referred, consent: '不同意' })).toMatchObject({ referral: 'DECLINED', referredOn: '2026-05-09' });
  expect(mapMeansCheck({ ...referred, consent: '待定' }).referral).toBeNull();
});
test('a conclusion the table does not hold has no code', () => expect(mapMeansCheck({ ...row, conclusion: '复核' }).conclusion).toBeNull());
