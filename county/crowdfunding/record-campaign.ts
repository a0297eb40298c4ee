import { type Day, isoDate } from '../calendar.js';
import type { Disease } from '../charity/diseases.js';
import type { County } from '../county.js';
import { fenText } from '../money.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';

/** A campaign for a patient's bills. Amounts in whole yuan. */
export interface Campaign {
  readonly patient: Person;
  readonly organiser: { readonly name: string; readonly relation: '本人' | '配偶' | '父母' | '子女' | '亲友' };
  readonly disease: Disease;
  readonly target: number;
  /** Donations less what was given back. */
  readonly raised: number;
  readonly opened: Day;
  /** Open when missing. */
  readonly closed?: Day | undefined;
  /** Nothing has been paid out yet. */
  readonly unpaid?: true;
}

/** Kept by the platform from its second year on. */
const FEE_RATE = 0.03;
const FIRST_YEAR_ENDS = 2 * 365;
const MOST_DONATION_DAYS = 14;

const two = (value: number) => String(value).padStart(2, '0');
const instant = (random: Random, day: Day, from: number, to: number) =>
  `${isoDate(day)}T${two(random.integer(from, to))}:${two(random.integer(0, 59))}:${two(random.integer(0, 59))}+08:00`;

/** Splits an amount over days, most of it on the first. */
function split(random: Random, fen: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, (_, index) => (0.3 + random.unit()) * 0.72 ** index);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.floor((fen * weight) / sum));
  shares[0] = (shares[0] as number) + fen - shares.reduce((total, share) => total + share, 0);
  return shares;
}

/** Writes a campaign with its money: donations by day, what was given back, the fee, and what was paid out. @returns the row's key. */
export function recordCampaign(random: Random, county: County, campaign: Campaign): string {
  const { opened, closed, patient, disease } = campaign;
  const file = county.platform['campaigns.csv'];
  const campaign_id = file.nextKey('XM');
  file.write({
    campaign_id,
    patient_name: patient.name,
    patient_id_number: patient.idNumber,
    organiser_name: campaign.organiser.name,
    organiser_relation: campaign.organiser.relation,
    disease: disease.words[0] as string,
    icd10: random.chance(0.85) ? disease.code : '',
    target: fenText(campaign.target * 100),
    opened_at: instant(random, opened, 8, 11),
    closed_at: closed === undefined ? '' : instant(random, closed, 18, 22),
    state: closed === undefined ? 'OPEN' : 'CLOSED',
    verification: closed === undefined && random.chance(0.15) ? 'PENDING' : 'VERIFIED',
  });
  recordMoney(random, county, campaign_id, campaign);
  return campaign_id;
}

function recordMoney(random: Random, county: County, campaign_id: string, { opened, closed, raised, unpaid }: Campaign): void {
  const file = county.platform['money.csv'];
  const entry = (kind: string, at: string, fen: number, payee = '') => {
    if (fen > 0) file.write({ entry_id: file.nextKey('ZJ'), campaign_id, kind, at, amount: fenText(fen), payee });
  };
  const last = closed ?? county.platformAsOf;
  const net = raised * 100;
  const returned = closed !== undefined && random.chance(0.06) ? Math.round(net * random.unit() * 0.1) : 0;
  const days = Math.max(1, Math.min(MOST_DONATION_DAYS, last - opened));
  for (const [index, share] of split(random, net + returned, days).entries()) {
    entry('DONATION_DAY', `${isoDate(opened + index)}T23:59:59+08:00`, share);
  }
  const end = opened + days;
  entry('RETURN', instant(random, Math.min(last, end), 12, 17), returned);
  const free = opened < county.platformAsOf - FIRST_YEAR_ENDS;
  const fee = free ? 0 : Math.round(net * FEE_RATE);
  const soFar = random.chance(0.5) ? 0 : 0.6;
  const paidOut = closed === undefined ? Math.round((net - fee) * (unpaid ? 0 : soFar)) : net - fee;
  if (paidOut > 0 || closed !== undefined) entry('FEE', instant(random, Math.min(last, end), 17, 17), fee);
  const payee = random.chance(0.35) ? 'HOSPITAL' : 'PATIENT';
  const first = random.chance(0.3) ? Math.round(paidOut / 2) : paidOut;
  entry('WITHDRAWAL', instant(random, Math.min(last, end + 1), 9, 11), first, payee);
  entry('WITHDRAWAL', instant(random, Math.min(last, end + 5), 14, 17), paidOut - first, payee);
}
