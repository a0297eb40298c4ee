import { addYears, type Day } from './calendar.js';
import type { County } from './county.js';
import { CsvFile } from './csv-file.js';
import type { Diary, HadAid } from './diary.js';

/** Personal burden of a year, fen, over which somebody ought to have been helped: 10,000 yuan. */
const LINE = 1_000_000;
/** Days of each agency's records without aid. */
const QUIET = 30;

/** Creates the list of everybody the rule for missed burdens (M1) is right to report, planted or not. */
export const openMissed = (path: string) => new CsvFile(path, ['rule', 'person_id', 'id_number', 'burden']);

/** When the agency's records end that gives this kind of aid. */
function recordsEnd(county: County, kind: HadAid['kind']): Day {
  switch (kind) {
    case 'TEMPORARY':
      return county.asOf;
    case 'CHARITY':
    case 'SPECIAL_FUND':
      return county.charityAsOf;
    case 'RED_CROSS':
      return county.redCrossAsOf;
    case 'REHABILITATION':
      return county.disabledAsOf;
    case 'MEDICAL_ASSISTANCE':
      return county.insuranceAsOf;
  }
}

/** Fen left to somebody of the bills of the last twelve months. */
export function burdenOfYear({ bills }: Diary, asOf: Day): number {
  const from = addYears(asOf, -1);
  return bills.filter(({ settled }) => settled > from && settled <= asOf).reduce((sum, { burden }) => sum + Math.max(0, burden), 0);
}

/**
 * Lists everybody with a diary whose burden is over the line and who had no aid in the last days of any agency's records. In a county of
 * this kind many do: a plant could not be told from them, so the truth names them all.
 */
export function listMissed(county: County, missed: ReturnType<typeof openMissed>): void {
  for (const [person, diary] of county.diaries.entries()) {
    const burden = burdenOfYear(diary, county.asOf);
    if (burden <= LINE || !person.idNumber) continue;
    if (diary.aids.some(({ kind, day }) => day >= recordsEnd(county, kind) - QUIET)) continue;
    missed.write({ rule: 'M1', person_id: person.id, id_number: person.idNumber, burden: (burden / 100).toFixed(2) });
  }
}
