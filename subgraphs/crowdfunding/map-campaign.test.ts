import { expect, test } from '@jest/globals';
import { mapAid, mapCampaign } from './map-campaign.js';

const CAMPAIGN = {
  ref: '1.r',
  campaignNo: 'C1',
  diseaseCode: 'C91.0',
  stateCode: 'OPEN',
  openedOn: '2026-08-01',
  closedOn: null,
  target: '300000.00',
  raised: '81250.50',
  withdrawn: '50000.00',
  fee: '2437.51',
  firstWithdrawnOn: '2026-08-20',
  lastWithdrawnOn: '2026-09-30',
};

test('a campaign: target, raised, withdrawn and the fee', () => {
  const exactly = (yuan: string) => ({ min: yuan, max: yuan });
  expect(mapCampaign(CAMPAIGN)).toEqual({
    id: 'CAMPAIGN:C1',
    state: 'OPEN',
    diagnosis: 'C91.0',
    openedOn: '2026-08-01',
    closedOn: null,
    target: exactly('300000.00'),
    raised: exactly('81250.50'),
    withdrawn: exactly('50000.00'),
    fee: exactly('2437.51'),
  });
});

test('as aid it is what was withdrawn, under the same name; nothing while nothing was', () => {
  expect(mapAid(CAMPAIGN)).toMatchObject([
    {
      id: 'CAMPAIGN:C1',
      kind: 'CROWDFUNDING',
      cause: 'ILLNESS',
      amount: { min: '50000.00', max: '50000.00' },
      grantedOn: '2026-08-20',
      lastPaidOn: '2026-09-30',
    },
  ]);
  expect(mapAid({ ...CAMPAIGN, withdrawn: '0.00', firstWithdrawnOn: null, lastWithdrawnOn: null })).toEqual([]);
});

test('an account that gave back more than it took in has no amount raised', () => {
  expect(mapCampaign({ ...CAMPAIGN, raised: '-5.00' }).raised).toBeNull();
});
