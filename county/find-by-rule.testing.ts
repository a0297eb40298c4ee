import { addYears, type Day, parseDay } from './calendar.js';
import { PROJECTS } from './charity/projects.js';
import { CAUSE_WORDINGS } from './civil-affairs/wordings.js';
import { eachRow, personDigits, type Row, readAmount, readDay, readRows, readTruth } from './read-county.testing.js';

/**
 * The rules for duplicate and missed aid over the raw exports, written down once more and in the simplest way, to see that what was
 * planted is what is there, and nothing else. Persons are the 17 digits of their number. Money in fen.
 */

interface Aid {
  readonly agency: 'civil-affairs' | 'charity-federation' | 'red-cross';
  readonly programme: string;
  readonly cause: string;
  readonly code: string;
  readonly day: Day;
  readonly fen: number;
  /** Tops other aid up after a joint meeting. */
  readonly fund?: true;
}

interface Bill {
  readonly admitted: Day;
  readonly settled: Day;
  readonly total: number;
  readonly inPolicyLeft: number;
  readonly assistance: number;
  readonly commercialInPolicy: number;
  readonly paid: number;
}

interface Campaign {
  readonly opened: Day;
  readonly closed: Day;
  readonly raised: number;
  readonly withdrawn: number;
  readonly withdrawals: readonly Day[];
}

interface Facts {
  readonly aids: Aid[];
  readonly bills: Bill[];
  readonly campaigns: Campaign[];
  readonly otherAid: { readonly agency: string; readonly day: Day }[];
  readonly statuses: { readonly from: Day; readonly to: Day }[];
  readonly refusals: { readonly reported: Day; readonly referrals: readonly Day[] }[];
}

const EPISODE = 180;
const YUAN = 100;
const NEVER = Number.POSITIVE_INFINITY;
const day = (text: string | undefined) => parseDay((text ?? '').slice(0, 10));
const fen = (text: string | undefined) => Math.round(Number(text) * 100);
const left = ({ total, paid }: Bill) => Math.max(0, total - paid);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const pairs = <T>(entries: readonly T[]): [T, T][] =>
  entries.flatMap((one, at) => entries.slice(at + 1).map((other): [T, T] => [one, other]));
const category = (code: string) => code.slice(0, 3);

/** Rows by the value of a column. */
export function byColumn(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] as string;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function collectFacts(out: string): Map<string, Facts> {
  const people = new Map<string, Facts>();
  const of = (idNumber: string | undefined): Facts => {
    const key = personDigits(idNumber ?? '');
    let facts = people.get(key);
    if (!facts) {
      facts = { aids: [], bills: [], campaigns: [], otherAid: [], statuses: [], refusals: [] };
      people.set(key, facts);
    }
    return facts;
  };
  collectAid(out, of);
  collectBills(out, of);
  collectCivilAffairs(out, of);
  people.delete('');
  return people;
}

type Of = (idNumber: string | undefined) => Facts;

function collectAid(out: string, of: Of): void {
  for (const row of readRows(out, 'civil-affairs/temp_aid.csv')) {
    const cause = Object.entries(CAUSE_WORDINGS).find(([, wordings]) => wordings.includes(row.cause ?? ''))?.[0] ?? '';
    const details = { programme: '临时救助', cause, code: '', day: day(row.grant_date), fen: fen(row.amount) };
    of(row.certno).aids.push({ agency: 'civil-affairs', ...details });
  }
  const kinds = new Map(Object.values(PROJECTS).map(({ name, kind }) => [name as string, kind]));
  for (const row of readRows(out, 'charity-federation/grants.csv')) {
    const kind = kinds.get(row.项目名称 ?? '');
    const cause = kind === '大病救助' ? 'ILLNESS' : kind === '助学' ? 'EDUCATION' : 'OTHER';
    const details = { cause, code: row.疾病编码 ?? '', day: readDay(row.发放日期 ?? ''), fen: readAmount(row.金额 ?? '') * 100 };
    of(row.身份证号).aids.push({ agency: 'charity-federation', programme: row.项目名称 ?? '', ...details });
  }
  for (const row of readRows(out, 'charity-federation/special_fund.csv')) {
    if (!row.拨付日期) continue;
    const details = { cause: 'ILLNESS', code: row.疾病编码 ?? '', day: readDay(row.拨付日期), fen: readAmount(row.拨付金额 ?? '') * 100 };
    of(row.身份证号).aids.push({ agency: 'charity-federation', programme: '专项基金', ...details, fund: true });
  }
  for (const row of readRows(out, 'red-cross/grants.csv')) {
    const cause = row.救助项目 === '博爱送万家' ? 'OTHER' : 'ILLNESS';
    const details = { cause, code: row.疾病编码 ?? '', day: readDay(row.救助日期 ?? ''), fen: readAmount(row.救助金额 ?? '') * 100 };
    of(row.身份证号码).aids.push({ agency: 'red-cross', programme: row.救助项目 ?? '', ...details });
  }
  for (const row of readRows(out, 'disabled-persons/rehab_aids.csv')) {
    of(row.残疾人证号?.slice(0, 18)).otherAid.push({ agency: 'disabled-persons', day: day(row.批准日期) });
  }
  const money = byColumn(readRows(out, 'crowdfunding/money.csv'), 'campaign_id');
  for (const row of readRows(out, 'crowdfunding/campaigns.csv')) {
    const entries = money.get(row.campaign_id ?? '') ?? [];
    const total = (kind: string) => sum(entries.filter((entry) => entry.kind === kind).map(({ amount }) => fen(amount)));
    of(row.patient_id_number).campaigns.push({
      opened: day(row.opened_at),
      closed: row.closed_at ? day(row.closed_at) : NEVER,
      raised: total('DONATION_DAY') - total('RETURN'),
      withdrawn: total('WITHDRAWAL'),
      withdrawals: entries.filter(({ kind }) => kind === 'WITHDRAWAL').map(({ at }) => day(at)),
    });
  }
}

function collectBills(out: string, of: Of): void {
  const claims = byColumn(readRows(out, 'medical-insurance/ma_claims.csv'), 'setl_id');
  const commercial = byColumn(readRows(out, 'medical-insurance/commercial_claims.csv'), 'setl_id');
  const settlements = () => eachRow(out, 'medical-insurance/settlements.csv');
  const reversed = new Set<string | undefined>();
  for (const row of settlements()) if (row.refd_setl_flag === '1') reversed.add(row.refd_setl_id);
  for (const row of settlements()) {
    if (row.refd_setl_flag === '1' || reversed.has(row.setl_id)) continue;
    const paidClaims = (claims.get(row.setl_id ?? '') ?? []).filter(({ pay_date }) => pay_date);
    const insurer = (liability: string) =>
      sum((commercial.get(row.setl_id ?? '') ?? []).filter((entry) => entry.liability === liability).map(({ pay_amt }) => fen(pay_amt)));
    const onApplication = sum(paidClaims.map(({ pay_amt }) => fen(pay_amt)));
    const facts = of(row.certno);
    facts.bills.push({
      admitted: day(row.adm_date),
      settled: day(row.setl_time),
      total: fen(row.medfee_sumamt),
      inPolicyLeft: fen(row.inscp_scp_amt) - fen(row.hifp_pay) - fen(row.hifmi_pay) - fen(row.hifob_pay),
      assistance: fen(row.maf_pay) + onApplication,
      commercialInPolicy: insurer('政策内'),
      paid: fen(row.fund_pay_sumamt) + fen(row.hosp_part_amt) + onApplication + insurer('政策内') + insurer('目录外'),
    });
    if (fen(row.maf_pay) > 0) facts.otherAid.push({ agency: 'medical-insurance', day: day(row.setl_time) });
    for (const { pay_date } of paidClaims) facts.otherAid.push({ agency: 'medical-insurance', day: day(pay_date) });
  }
}

function collectCivilAffairs(out: string, of: Of): void {
  const covered = byColumn(
    readRows(out, 'civil-affairs/household_members.csv').filter(({ cover_flag }) => cover_flag === '1'),
    'hshd_no',
  );
  const term = (row: Row) => ({ from: day(row.bgn_date), to: row.end_date ? day(row.end_date) : NEVER });
  for (const file of ['dibao', 'near_dibao', 'tekun']) {
    for (const row of readRows(out, `civil-affairs/${file}.csv`)) {
      const alone = file === 'tekun' || row.bao_type === '单人保';
      for (const member of alone ? [row] : (covered.get(row.hshd_no ?? '') ?? [])) of(member.certno).statuses.push(term(row));
    }
  }
  const referrals = byColumn(readRows(out, 'civil-affairs/referrals.csv'), 'check_no');
  for (const row of readRows(out, 'civil-affairs/economic_checks.csv')) {
    if (row.conclusion !== '不符合') continue;
    const days = (referrals.get(row.check_no ?? '') ?? []).map(({ refer_date }) => day(refer_date));
    of(row.certno).refusals.push({ reported: day(row.report_date), referrals: days });
  }
}

const forBills = ({ cause, fund }: Aid) => fund || cause === 'ILLNESS' || cause === 'ACCIDENT';
const leftAround = ({ bills }: Facts, from: Day, to: Day) => sum(bills.filter(({ settled }) => settled >= from && settled <= to).map(left));

type Finds = (facts: Facts, asOf: (agency: string) => Day) => boolean;

const FINDS: Readonly<Record<string, Finds>> = {
  D1: ({ aids }) =>
    pairs(aids.filter(({ fund }) => !fund)).some(
      ([a, b]) =>
        a.agency === b.agency &&
        a.programme === b.programme &&
        a.cause === b.cause &&
        (a.code === '' || b.code === '' || category(a.code) === category(b.code)) &&
        new Date(a.day * 86_400_000).getUTCFullYear() === new Date(b.day * 86_400_000).getUTCFullYear(),
    ),
  D2: (facts) =>
    facts.bills.some((bill) => {
      if (bill.paid > bill.total + YUAN) return true;
      const [from, to] = [bill.admitted, bill.settled + EPISODE];
      const aid = facts.aids.filter((entry) => forBills(entry) && entry.day >= from && entry.day <= to).map((entry) => entry.fen);
      const raised = facts.campaigns
        .filter(({ withdrawals }) => withdrawals.some((at) => at >= from && at <= to))
        .map((entry) => entry.withdrawn);
      return sum([...aid, ...raised]) > leftAround(facts, from - EPISODE, to) + YUAN;
    }),
  D3: ({ bills }) =>
    bills.some(
      ({ assistance, commercialInPolicy, inPolicyLeft }) =>
        assistance > 0 && commercialInPolicy > 0 && assistance + commercialInPolicy > inPolicyLeft + YUAN,
    ),
  D7: ({ aids }) =>
    pairs(aids.filter(({ fund }) => !fund)).some(([a, b]) => {
      if (a.agency === b.agency) return false;
      const apart = Math.abs(a.day - b.day);
      const known = a.code !== '' && b.code !== '';
      const sameGroup = known && category(a.code) === category(b.code);
      return (apart <= 90 && a.cause === b.cause && (!known || sameGroup)) || (apart <= 365 && sameGroup);
    }),
  D8: (facts) =>
    pairs(facts.campaigns).some(([a, b]) => a.opened < b.closed && b.opened < a.closed) ||
    facts.campaigns.some(({ opened, closed, raised }) => {
      const around = [opened - EPISODE, closed + EPISODE] as const;
      if (!facts.bills.some(({ settled }) => settled >= around[0] && settled <= around[1])) return false;
      const aid = facts.aids.filter((entry) => forBills(entry) && entry.day >= opened && entry.day <= around[1]).map((entry) => entry.fen);
      return raised + sum(aid) > leftAround(facts, ...around) + YUAN;
    }),
  M1: (facts, asOf) => {
    const today = asOf('civil-affairs');
    const quiet = [...facts.aids, ...facts.otherAid].every((aid) => aid.day < asOf(aid.agency) - 30);
    return quiet && leftAround(facts, addYears(today, -1) + 1, today) > 10_000 * YUAN;
  },
  M2: ({ bills, statuses }) =>
    bills.some(
      ({ admitted, assistance, inPolicyLeft }) =>
        assistance === 0 && inPolicyLeft > 300 * YUAN && statuses.some(({ from, to }) => from <= admitted && admitted <= to),
    ),
  M7: ({ refusals }, asOf) =>
    refusals.some(
      ({ reported, referrals }) => reported + 10 <= asOf('civil-affairs') && !referrals.some((at) => at >= reported && at <= reported + 10),
    ),
};

/** Everybody a rule is right to report, sorted. */
export function findByRule(out: string): Readonly<Record<string, string[]>> {
  const { agencies } = readTruth(out);
  const asOf = (agency: string) => day(agencies[agency]);
  const people = [...collectFacts(out)];
  return Object.fromEntries(
    Object.entries(FINDS).map(([rule, finds]) => [
      rule,
      people
        .filter(([, facts]) => finds(facts, asOf))
        .map(([person]) => person)
        .sort(),
    ]),
  );
}
