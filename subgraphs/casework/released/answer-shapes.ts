import type { AidRecord } from '../../../schema/types/aid.js';
import type { Campaign } from '../../../schema/types/campaign.js';
import type { Settlement } from '../../../schema/types/settlement.js';
import type { StatusRecord } from '../../../schema/types/status.js';

/** What casework reads of one kind of record: its fields, by what their values must be. */
export interface AnswerShape<T> {
  readonly texts: readonly (keyof T & string)[];
  readonly dates: readonly (keyof T & string)[];
  readonly amounts: readonly (keyof T & string)[];
}

export const AID_SHAPE: AnswerShape<AidRecord> = {
  texts: ['id', 'kind', 'programme', 'cause', 'diagnosis'],
  dates: ['grantedOn', 'lastPaidOn'],
  amounts: ['amount'],
};

export const SETTLEMENT_SHAPE: AnswerShape<Settlement> = {
  texts: ['id', 'careType', 'diagnosis', 'hospital'],
  dates: ['admittedOn', 'dischargedOn', 'settledOn'],
  amounts: [
    ...(['total', 'inPolicy', 'basicInsurance', 'criticalIllness', 'otherFunds'] as const),
    ...(['medicalAssistance', 'commercialInPolicy', 'commercialOutside'] as const),
  ],
};

export const CAMPAIGN_SHAPE: AnswerShape<Campaign> = {
  texts: ['id', 'state', 'diagnosis'],
  dates: ['openedOn', 'closedOn'],
  amounts: ['target', 'raised', 'withdrawn', 'fee'],
};

export const STATUS_SHAPE: AnswerShape<StatusRecord> = {
  texts: ['statusClass', 'wording'],
  dates: ['since', 'until', 'reviewOn'],
  amounts: [],
};
