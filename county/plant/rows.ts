import type { RowReference } from './truth.js';

const at =
  (file: string) =>
  (key: string): RowReference => ({ file, key });

/** References to rows, by file. */
export const tempAidRow = at('civil-affairs/temp_aid.csv');
export const dibaoRow = at('civil-affairs/dibao.csv');
export const nearDibaoRow = at('civil-affairs/near_dibao.csv');
export const tekunRow = at('civil-affairs/tekun.csv');
export const rigidRow = at('civil-affairs/rigid_expenditure.csv');
export const grantRow = at('charity-federation/grants.csv');
export const fundRow = at('charity-federation/special_fund.csv');
export const checkRow = at('civil-affairs/economic_checks.csv');
export const referralRow = at('civil-affairs/referrals.csv');
export const redCrossRow = at('red-cross/grants.csv');
export const billRow = at('medical-insurance/settlements.csv');
export const maClaimRow = at('medical-insurance/ma_claims.csv');
export const commercialRow = at('medical-insurance/commercial_claims.csv');
export const campaignRow = at('crowdfunding/campaigns.csv');
