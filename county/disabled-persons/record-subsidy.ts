import { compactMonth, type Day, partsOf } from '../calendar.js';
import type { County } from '../county.js';
import { yuan } from '../money.js';
import type { Card } from './record-card.js';

const PAYDAY = 15;
/** Monthly standards, yuan [assumption]. */
const STANDARD = { 困难残疾人生活补贴: () => 330, 重度残疾人护理补贴: (grade: number) => (grade === 1 ? 500 : 250) } as const;

/** Writes one of the two disability subsidies; no end: it runs. @returns the row's key. */
export function recordSubsidy(
  county: County,
  card: Card,
  subsidy: { readonly kind: keyof typeof STANDARD; readonly from: Day; readonly to?: Day | undefined },
): string {
  const file = county.disabled['subsidies.csv'];
  const key = file.nextKey('BT');
  const { date } = partsOf(county.disabledAsOf);
  const newest = date >= PAYDAY ? county.disabledAsOf : county.disabledAsOf - date;
  file.write({
    补贴编号: key,
    残疾人证号: card.number,
    补贴种类: subsidy.kind,
    月标准: yuan(STANDARD[subsidy.kind](card.grade)),
    起始年月: compactMonth(subsidy.from),
    截止年月: subsidy.to === undefined ? '' : compactMonth(subsidy.to),
    最近发放年月: compactMonth(Math.max(subsidy.from, subsidy.to ?? newest)),
  });
  return key;
}
