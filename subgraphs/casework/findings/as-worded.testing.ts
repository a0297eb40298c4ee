import { ICD10_BLOCKS } from '../../../kit/transform/icd10-classes.js';
import type { AidRecord } from '../../../schema/types/aid.js';
import type { Amount } from '../../../schema/types/amount.js';
import type { Settlement } from '../../../schema/types/settlement.js';
import type { FindingRule } from '../../../schema/vocabulary/finding-rules.js';
import type { World } from '../released/world.testing.js';

/*
 * The rules as the domain words them, over raw records: written a second time, with nothing of the rules' own code, so that one
 * can be wrong without the other. Records whose day, amount or cause was not written down are read as nothing.
 */
const fen = (amount: Amount | null) => (amount === null ? 0 : Math.round(Number(amount.min) * 100));
const day = (date: string | null) => (date === null ? Number.NaN : Date.parse(date) / 86_400_000);
const paidBy = (bill: Settlement) =>
  fen(bill.basicInsurance) +
  fen(bill.criticalIllness) +
  fen(bill.otherFunds) +
  fen(bill.medicalAssistance) +
  fen(bill.commercialInPolicy) +
  fen(bill.commercialOutside);
const leftOf = (bill: Settlement) => Math.max(0, fen(bill.total) - paidBy(bill));
const total = (amounts: readonly number[]) => amounts.reduce((one, other) => one + other, 0);
const blockOf = (code: string) =>
  ICD10_BLOCKS.find((block) => code.slice(0, 3) >= block.slice(0, 3) && code.slice(0, 3) <= block.slice(4)) as string;

function leftAround(world: World, from: number, to: number) {
  const bills = world.settlements.filter(({ settledOn }) => day(settledOn) >= from && day(settledOn) <= to);
  return { bills: bills.length, left: total(bills.map(leftOf)) };
}
function aidFor(world: World, from: number, to: number, without: readonly string[] = []) {
  const forBills = ({ kind, cause }: AidRecord) =>
    ['SPECIAL_FUND_GRANT', 'CROWDFUNDING'].includes(kind ?? '') ||
    (['TEMPORARY_ASSISTANCE', 'CHARITABLE_AID', 'RED_CROSS_AID'].includes(kind ?? '') && ['ILLNESS', 'ACCIDENT'].includes(cause ?? ''));
  const aid = Object.keys(world.aid)
    .filter((source) => !without.includes(source))
    .flatMap((source) => world.aid[source] ?? []);
  return total(
    aid.filter((one) => forBills(one) && day(one.grantedOn) >= from && day(one.lastPaidOn) <= to).map(({ amount }) => fen(amount)),
  );
}

/** The days a world is judged on. */
export interface WorldDays {
  /** The request's natural day. */
  readonly today: string;
  /** When each source's records end. */
  readonly asOf: (source: string) => string;
}

/** Whether a rule holds of a person, by the domain's words and the draft's parameters. */
export const HOLDS: Readonly<Record<FindingRule, (world: World, days: WorldDays) => boolean>> = {
  D2: (world) =>
    world.settlements.some((bill) => {
      if (paidBy(bill) > fen(bill.total) + 100) return true;
      const [admitted, settled] = [day(bill.admittedOn), day(bill.settledOn)];
      return aidFor(world, admitted, settled + 180) > leftAround(world, admitted - 180, settled + 180).left + 100;
    }),
  D3: (world) =>
    world.settlements.some(
      (bill) =>
        fen(bill.medicalAssistance) > 0 &&
        fen(bill.commercialInPolicy) > 0 &&
        fen(bill.medicalAssistance) + fen(bill.commercialInPolicy) >
          fen(bill.inPolicy) - fen(bill.basicInsurance) - fen(bill.criticalIllness) + 100,
    ),
  D7: (world) => {
    const granted = Object.keys(world.aid)
      .flatMap((source) => (world.aid[source] ?? []).map((aid) => ({ source, ...aid })))
      .filter(({ kind }) => ['TEMPORARY_ASSISTANCE', 'CHARITABLE_AID', 'RED_CROSS_AID'].includes(kind ?? ''));
    return granted.some((one) =>
      granted.some((other) => {
        if (one.source >= other.source) return false;
        const apart = Math.abs(day(one.grantedOn) - day(other.grantedOn));
        const bothKnown = one.diagnosis !== null && other.diagnosis !== null;
        const [a, b] = [one.diagnosis ?? '', other.diagnosis ?? ''];
        // The block of mental and nervous diseases was merged for protection: within it the category decides.
        const sameGroup = bothKnown && blockOf(a) === blockOf(b) && (blockOf(a) !== 'F00-G99' || a.slice(0, 3) === b.slice(0, 3));
        const sameCause = one.cause !== null && one.cause !== 'OTHER' && one.cause === other.cause && (sameGroup || !bothKnown);
        return (sameCause && apart <= 90) || (sameGroup && apart <= 365);
      }),
    );
  },
  D8: (world, { today }) =>
    world.campaigns.some((one, at) => {
      const [opened, closed] = [day(one.openedOn), one.closedOn === null ? Number.POSITIVE_INFINITY : day(one.closedOn)];
      const atOnce = world.campaigns
        .slice(at + 1)
        .some(
          (other) => opened < (other.closedOn === null ? Number.POSITIVE_INFINITY : day(other.closedOn)) && day(other.openedOn) < closed,
        );
      const end = Math.min(closed, day(today)) + 180;
      const { bills, left } = leftAround(world, opened - 180, end);
      return atOnce || (bills > 0 && fen(one.raised) + aidFor(world, opened, end, ['crowdfunding']) > left + 100);
    }),
  M1: (world, { today, asOf }) => {
    const kinds = [
      'MEDICAL_ASSISTANCE',
      'TEMPORARY_ASSISTANCE',
      'CHARITABLE_AID',
      'SPECIAL_FUND_GRANT',
      'RED_CROSS_AID',
      'REHABILITATION_AID',
    ];
    const aided = Object.entries(world.aid).some(([source, items]) =>
      items.some(
        ({ kind, amount, lastPaidOn }) => kinds.includes(kind ?? '') && fen(amount) > 0 && day(lastPaidOn) >= day(asOf(source)) - 30,
      ),
    );
    const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
    return leftAround(world, day(yearAgo) + 1, day(today)).left > 1_000_000 && !aided;
  },
  M2: (world) =>
    world.settlements.some(
      (bill) =>
        fen(bill.medicalAssistance) === 0 &&
        fen(bill.inPolicy) - fen(bill.basicInsurance) - fen(bill.criticalIllness) > 30_000 &&
        world.statuses.some(
          ({ statusClass, since, until }) =>
            ['EXTREME_POVERTY', 'DIBAO', 'NEAR_DIBAO'].includes(statusClass ?? '') &&
            day(since) <= day(bill.admittedOn) &&
            (until === null || day(bill.admittedOn) <= day(until)),
        ),
    ),
};
