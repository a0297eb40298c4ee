import { type Day, isoDate, partsOf } from '../calendar.js';
import { fenText } from '../money.js';
import type { Random } from '../random.js';
import type { Insured } from './insured.js';
import type { MedicalInsuranceFiles } from './open-files.js';

/** Writes the large-cost prompt for a person. @returns the row's key. */
export function recordAlert(
  random: Random,
  files: MedicalInsuranceFiles,
  { psn_no, certno }: Insured,
  alert: { readonly day: Day; readonly burden: number },
): string {
  const file = files['high_cost_alerts.csv'];
  const alert_no = file.nextKey('GF');
  file.write({
    alert_no,
    psn_no,
    certno,
    year: String(partsOf(alert.day).year),
    raised_on: isoDate(alert.day),
    burden_amt: fenText(alert.burden),
    status: random.chance(0.35) ? '已处理' : '已推送',
  });
  return alert_no;
}
