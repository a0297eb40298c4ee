import { type Day, isoDate } from '../calendar.js';
import type { County } from '../county.js';
import { yuan } from '../money.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { DIBAO_STANDARD } from '../rates.js';
import type { KnownHousehold } from './enter-household.js';
import { CAUSE_WORDINGS, type Cause } from './wordings.js';

const NOTICE_DAYS = 7;
/** Up to this many times the dibao standard a township may decide, without public notice. */
const SMALL = 2;

/** One to six times the monthly standard, 2,500 yuan on average. */
const drawAmount = (random: Random): number =>
  100 * Math.round(Math.min(6 * DIBAO_STANDARD, Math.max(DIBAO_STANDARD, random.logNormal(2_430, 0.5))) / 100);

/** Writes temporary assistance paid to a person. @returns the row's key. */
export function recordTempAid(
  random: Random,
  county: County,
  known: KnownHousehold,
  aid: { readonly person: Person; readonly cause: Cause; readonly day: Day; readonly amount?: number },
): string {
  const file = county.civil['temp_aid.csv'];
  const aid_no = file.nextKey('LS');
  const amount = aid.amount ?? drawAmount(random);
  const small = amount <= SMALL * DIBAO_STANDARD;
  const noticeEnd = aid.day - random.integer(1, 4);
  const noticeBegin = noticeEnd - NOTICE_DAYS + 1;
  file.write({
    aid_no,
    ...known.holder(aid.person),
    cause: random.pick(CAUSE_WORDINGS[aid.cause]),
    aid_mode: small ? '小额' : '一般',
    amount: yuan(amount),
    apply_date: isoDate(small ? aid.day - random.integer(1, 5) : noticeBegin - random.integer(3, 12)),
    notice_bgn: small ? '' : isoDate(noticeBegin),
    notice_end: small ? '' : isoDate(noticeEnd),
    grant_date: isoDate(aid.day),
  });
  county.diaries.of(aid.person).aids.push({
    kind: 'TEMPORARY',
    day: aid.day,
    amount,
    illness: aid.cause === 'ILLNESS',
    forBills: aid.cause === 'ILLNESS' || aid.cause === 'ACCIDENT',
  });
  return aid_no;
}
