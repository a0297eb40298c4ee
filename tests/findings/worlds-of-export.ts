import { parseDay } from '../../county/calendar.js';
import { personDigits, type Row, readAmount, readDay, readRows } from '../../county/read-county.testing.js';
import type { AidRecord } from '../../schema/types/aid.js';
import type { Settlement } from '../../schema/types/settlement.js';
import type { StatusClass } from '../../schema/vocabulary/status-classes.js';
import type { World } from '../../subgraphs/casework/released/world.testing.js';
import { causeOf as charityCause } from '../../subgraphs/charity-federation/mappings.js';
import { CAUSE_WORDINGS } from '../../subgraphs/civil-affairs/mappings.js';
import { causeOf as redCrossCause } from '../../subgraphs/red-cross/mappings.js';

const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const exactly = (yuan: number) => ({ min: yuan.toFixed(2), max: yuan.toFixed(2) });
const yuan = (row: Row, ...columns: string[]) => columns.reduce((sum, column) => sum + Math.round(Number(row[column]) * 100), 0) / 100;
const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
};

/**
 * Everybody's records as the exports hold them, by the 17 digits that name a person: read from the files themselves, with nothing
 * of the agencies' import, database, policy or mapping but their tables of causes. Sloppy numbers are read as a person would.
 *
 * @param out the county's folder
 */
export function worldsOfExport(out: string): (digits: string) => World {
  const platformRecords = crowdfunding(out);
  const aid = [
    groupBy(temporaryAid(out), ({ person }) => person),
    groupBy(charityAid(out), ({ person }) => person),
    groupBy(redCrossAid(out), ({ person }) => person),
    groupBy(rehabilitation(out), ({ person }) => person),
    groupBy(platformRecords.aid, ({ person }) => person),
  ] as const;
  const bills = groupBy(settlements(out), ({ person }) => person);
  const campaigns = groupBy(platformRecords.campaigns, ({ person }) => person);
  const statuses = groupBy(statusesOf(out), ({ person }) => person);
  const [civil, charity, redCross, disabled, platform] = aid;
  return (digits) => {
    const own = bills.get(digits) ?? [];
    const of = (group: Map<string, Owned<AidRecord>[]>) => (group.get(digits) ?? []).map(({ record }) => record);
    return {
      settlements: own.map(({ record }) => record),
      aid: {
        'medical-insurance': own.flatMap(({ assistance }) => assistance),
        'civil-affairs': of(civil),
        'charity-federation': of(charity),
        'red-cross': of(redCross),
        'disabled-persons': of(disabled),
        crowdfunding: of(platform),
      },
      campaigns: (campaigns.get(digits) ?? []).map(({ record }) => record),
      statuses: (statuses.get(digits) ?? []).map(({ record }) => record),
    };
  };
}

interface Owned<T> {
  readonly person: string;
  readonly record: T;
}

const aidRecord = (kind: string, day: number, amount: number, change: Partial<AidRecord>): AidRecord => ({
  ...{ id: null, kind, programme: null, cause: null, diagnosis: null, amount: exactly(amount) },
  ...{ grantedOn: date(day), lastPaidOn: date(day) },
  ...change,
});

const temporaryAid = (out: string): Owned<AidRecord>[] =>
  readRows(out, 'civil-affairs/temp_aid.csv').map((row) => ({
    person: personDigits(row.certno as string),
    record: aidRecord('TEMPORARY_ASSISTANCE', parseDay(row.grant_date as string), yuan(row, 'amount'), {
      cause: CAUSE_WORDINGS[row.cause as string] ?? null,
    }),
  }));

function charityAid(out: string): Owned<AidRecord>[] {
  const projects = new Map(readRows(out, 'charity-federation/projects.csv').map((row) => [row.项目名称, row.项目类别 as string]));
  const grants = readRows(out, 'charity-federation/grants.csv').map((row) => ({
    person: readable(row.身份证号 as string),
    record: aidRecord('CHARITABLE_AID', readDay(row.发放日期 as string), readAmount(row.金额 as string), {
      cause: charityCause(projects.get(row.项目名称) ?? null),
      diagnosis: row.疾病编码 || null,
    }),
  }));
  const fund = readRows(out, 'charity-federation/special_fund.csv')
    .filter((row) => row.拨付日期 !== '')
    .map((row) => ({
      person: readable(row.身份证号 as string),
      record: aidRecord('SPECIAL_FUND_GRANT', readDay(row.拨付日期 as string), readAmount(row.拨付金额 as string), {
        cause: 'ILLNESS',
        diagnosis: row.疾病编码 || null,
      }),
    }));
  return [...grants, ...fund];
}

const redCrossAid = (out: string): Owned<AidRecord>[] =>
  readRows(out, 'red-cross/grants.csv').map((row) => ({
    person: readable(row.身份证号码 as string),
    record: aidRecord('RED_CROSS_AID', readDay(row.救助日期 as string), readAmount(row.救助金额 as string), {
      cause: redCrossCause(row.救助项目 as string, row.病种 || row.疾病编码 || null),
      diagnosis: row.疾病编码 || null,
    }),
  }));

const rehabilitation = (out: string): Owned<AidRecord>[] =>
  readRows(out, 'disabled-persons/rehab_aids.csv').map((row) => ({
    person: personDigits((row.残疾人证号 as string).slice(0, 18)),
    record: aidRecord('REHABILITATION_AID', parseDay(row.批准日期 as string), yuan(row, '金额'), {}),
  }));

function crowdfunding(out: string) {
  const money = groupBy(readRows(out, 'crowdfunding/money.csv'), (row) => row.campaign_id as string);
  const day = (instant: string) => parseDay(instant.slice(0, 10));
  const campaigns = readRows(out, 'crowdfunding/campaigns.csv').map((row) => {
    const entries = money.get(row.campaign_id as string) ?? [];
    const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
    const sum = (rows: readonly Row[]) => rows.reduce((total, entry) => total + Math.round(Number(entry.amount) * 100), 0) / 100;
    const withdrawals = of('WITHDRAWAL').map((entry) => day(entry.at as string));
    const opened = day(row.opened_at as string);
    return {
      person: readable(row.patient_id_number as string),
      withdrawn: { amount: sum(of('WITHDRAWAL')), from: Math.min(...withdrawals), to: Math.max(...withdrawals) },
      record: {
        ...{ id: null, state: row.state as string, diagnosis: row.icd10 || null, target: null, withdrawn: null, fee: null },
        openedOn: date(opened),
        closedOn: row.closed_at ? date(day(row.closed_at)) : null,
        raised: exactly(sum(of('DONATION_DAY')) - sum(of('RETURN'))),
      },
    };
  });
  const aid = campaigns
    .filter(({ withdrawn }) => withdrawn.amount > 0)
    .map(({ person, withdrawn: { amount, from, to }, record }) => ({
      person,
      record: aidRecord('CROWDFUNDING', from, amount, { cause: 'ILLNESS', diagnosis: record.diagnosis, lastPaidOn: date(to) }),
    }));
  return { campaigns, aid };
}

function settlements(out: string): (Owned<Settlement> & { assistance: AidRecord[] })[] {
  const rows = readRows(out, 'medical-insurance/settlements.csv');
  const taken = new Set(rows.map((row) => row.refd_setl_id));
  const numbers = new Map(readRows(out, 'medical-insurance/insured.csv').map((row) => [row.psn_no, personDigits(row.certno as string)]));
  const bySettlement = (file: string) => groupBy(readRows(out, `medical-insurance/${file}`), (row) => row.setl_id as string);
  const [claims, commercial] = [bySettlement('ma_claims.csv'), bySettlement('commercial_claims.csv')];
  const paid = (entries: readonly Row[]) => entries.reduce((sum, row) => sum + Math.round(Number(row.pay_amt) * 100), 0) / 100;
  return rows
    .filter((row) => row.refd_setl_flag !== '1' && !taken.has(row.setl_id))
    .map((row) => {
      const applied = (claims.get(row.setl_id as string) ?? []).filter(({ pay_date }) => pay_date !== '');
      const insured = commercial.get(row.setl_id as string) ?? [];
      const settledOn = (row.setl_time as string).slice(0, 10);
      const liable = (words: string) => exactly(paid(insured.filter(({ liability }) => liability === words)));
      const given = (day: string, amount: number) => aidRecord('MEDICAL_ASSISTANCE', parseDay(day), amount, { cause: 'ILLNESS' });
      return {
        person: numbers.get(row.psn_no) ?? '',
        assistance: [
          ...(yuan(row, 'maf_pay') > 0 ? [given(settledOn, yuan(row, 'maf_pay'))] : []),
          ...applied.map((claim) => given(claim.pay_date as string, yuan(claim, 'pay_amt'))),
        ],
        record: {
          ...{ id: null, careType: null, hospital: null, diagnosis: row.dise_no || null },
          ...{ admittedOn: row.adm_date as string, dischargedOn: row.dscg_date as string, settledOn },
          total: exactly(yuan(row, 'medfee_sumamt')),
          inPolicy: exactly(yuan(row, 'inscp_scp_amt')),
          basicInsurance: exactly(yuan(row, 'hifp_pay')),
          criticalIllness: exactly(yuan(row, 'hifmi_pay', 'hifob_pay')),
          otherFunds: exactly(yuan(row, 'cvlserv_pay', 'hifes_pay', 'oth_pay', 'hosp_part_amt')),
          medicalAssistance: exactly(yuan(row, 'maf_pay') + paid(applied)),
          commercialInPolicy: liable('政策内'),
          commercialOutside: liable('目录外'),
        },
      };
    });
}

function statusesOf(out: string) {
  const covered = groupBy(
    readRows(out, 'civil-affairs/household_members.csv').filter(({ cover_flag }) => cover_flag === '1'),
    (row) => row.hshd_no as string,
  );
  const register = (file: string, statusClass: StatusClass, alone: (row: Row) => boolean) =>
    readRows(out, `civil-affairs/${file}`).flatMap((row) =>
      (alone(row) ? [row] : (covered.get(row.hshd_no as string) ?? [])).map(({ certno }) => ({
        person: personDigits(certno as string),
        record: {
          ...{ statusClass, wording: null, reviewOn: null, since: row.bgn_date as string },
          until: row.end_date || row.valid_until || null,
        },
      })),
    );
  return [
    ...register('dibao.csv', 'DIBAO', ({ bao_type }) => bao_type === '单人保'),
    ...register('near_dibao.csv', 'NEAR_DIBAO', () => false),
    ...register('tekun.csv', 'EXTREME_POVERTY', () => true),
    ...register('rigid_expenditure.csv', 'RIGID_EXPENDITURE', () => false),
  ];
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The digits of a number as sloppy as a sheet holds it; empty when its check character does not fit, as nobody can say whose it is. */
function readable(written: string): string {
  const digits = personDigits(written);
  const plain = written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (plain.length === 15) return digits;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return plain.length === 18 && '10X98765432'[sum % 11] === plain[17] ? digits : '';
}
