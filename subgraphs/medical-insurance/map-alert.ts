import type { AlertRow } from './data/find-alerts.js';
import { mapAmount } from './map-amount.js';
import { ALERT_STATES, codeOf } from './mappings.js';
import type { HighCostAlert } from './types/high-cost-alert.js';

/** A high-cost alert as the contract tells it. */
export const mapAlert = (row: AlertRow): HighCostAlert => ({
  id: `ALERT:${row.alertNo}`,
  year: row.year,
  raisedOn: row.raisedOn,
  burden: mapAmount(row.burden),
  state: codeOf(ALERT_STATES, row.state),
});
