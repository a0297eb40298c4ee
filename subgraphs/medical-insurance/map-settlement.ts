import type { Settlement } from '../../schema/types/settlement.js';
import type { SettlementRow } from './data/find-settlements.js';
import { mapAmount } from './map-amount.js';
import { CARE_TYPES, codeOf } from './mappings.js';

/** A settled bill as the contract tells it. */
export const mapSettlement = (row: SettlementRow): Settlement => ({
  id: `SETTLEMENT:${row.settlementId}`,
  careType: codeOf(CARE_TYPES, row.careType),
  diagnosis: row.diseaseCode,
  hospital: row.hospital,
  admittedOn: row.admittedOn,
  dischargedOn: row.dischargedOn,
  settledOn: row.settledOn,
  total: mapAmount(row.total),
  inPolicy: mapAmount(row.inPolicy),
  basicInsurance: mapAmount(row.basicInsurance),
  criticalIllness: mapAmount(row.criticalIllness),
  medicalAssistance: mapAmount(row.medicalAssistance),
  otherFunds: mapAmount(row.otherFunds),
  commercialInPolicy: mapAmount(row.commercialInPolicy),
  commercialOutside: mapAmount(row.commercialOutside),
});
