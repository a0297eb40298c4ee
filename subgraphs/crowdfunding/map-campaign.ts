import type { AidRecord } from '../../schema/types/aid.js';
import type { Amount } from '../../schema/types/amount.js';
import type { Campaign } from '../../schema/types/campaign.js';
import { decimalOf, fenOf } from '../../schema/values/amount.js';
import type { CampaignRow } from './data/find-campaigns.js';

/** The programme, in the words of the Charity Law. */
export const PROGRAMME = '个人求助网络服务平台';

/** A campaign as the contract tells it. */
export function mapCampaign(row: CampaignRow): Campaign {
  return {
    id: idOf(row),
    state: row.stateCode,
    diagnosis: row.diseaseCode,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
    target: exactly(row.target),
    raised: exactly(row.raised),
    withdrawn: exactly(row.withdrawn),
    fee: exactly(row.fee),
  };
}

/** A campaign as aid: what was paid out, to patient or hospital. While nothing is, it is none. */
export function mapAid(row: CampaignRow): AidRecord[] {
  if (row.firstWithdrawnOn === null) return [];
  return [
    {
      id: idOf(row),
      kind: 'CROWDFUNDING',
      programme: PROGRAMME,
      cause: 'ILLNESS',
      diagnosis: row.diseaseCode,
      amount: exactly(row.withdrawn),
      grantedOn: row.firstWithdrawnOn,
      lastPaidOn: row.lastWithdrawnOn,
    },
  ];
}

/** The same for both, so that an asker sees which aid is which campaign's. */
const idOf = ({ campaignNo }: CampaignRow): string => `CAMPAIGN:${campaignNo}`;

const FEN = /^\d+\.\d{2}$/;

/** An account that gave back more than it took in is no amount. */
const exactly = (yuan: string): Amount | null => (FEN.test(yuan) ? { min: decimalOf(fenOf(yuan)), max: decimalOf(fenOf(yuan)) } : null);
