import fc from 'fast-check';
import { bandAmount } from '../../../kit/transform/band-amount.js';
import { generaliseAidKind } from '../../../kit/transform/generalise-aid-kind.js';
import { generaliseMonth } from '../../../kit/transform/generalise-date.js';
import { generaliseIcd10Chapter } from '../../../kit/transform/generalise-icd10.js';
import { generaliseStatus } from '../../../kit/transform/generalise-status.js';
import type { AidRecord } from '../../../schema/types/aid.js';
import type { Amount } from '../../../schema/types/amount.js';
import type { Campaign } from '../../../schema/types/campaign.js';
import type { Settlement } from '../../../schema/types/settlement.js';
import type { StatusRecord } from '../../../schema/types/status.js';
import { decimalOf } from '../../../schema/values/amount.js';
import { AID_CAUSES } from '../../../schema/vocabulary/aid-causes.js';
import { AID_KINDS } from '../../../schema/vocabulary/aid-kinds.js';
import { STATUS_CLASSES } from '../../../schema/vocabulary/status-classes.js';
import { dateOf, dayOf } from '../values/day-span.js';
import { AID_SHAPE, CAMPAIGN_SHAPE, SETTLEMENT_SHAPE, STATUS_SHAPE } from './answer-shapes.js';
import { aidOf, billOf, type Facts, openTimeOf, statusOf } from './facts.js';
import { kindsOf } from './kinds-of-source.js';
import { sourceOf } from './source.js';

/** What the records of all agencies say of one person. */
export interface World {
  readonly settlements: readonly Settlement[];
  readonly aid: Readonly<Record<string, readonly AidRecord[]>>;
  readonly campaigns: readonly Campaign[];
  readonly statuses: readonly StatusRecord[];
}

/** What an asker may have of one category. */
export type Level = 'RAW' | 'TRANSFORMED' | 'WITHHELD';

/** How an agency answers one asker about one list. */
export type Release = { readonly AID: Level; readonly HEALTH: Level; readonly COST: Level; readonly STATUS: Level } | 'NOT_ANSWERED';

export const NOW = new Date('2026-11-05T04:00:00Z');
export const TODAY = dayOf('2026-11-05');
export const AS_OF = '2026-10-31T10:00:00Z';
export const AID_SOURCES = ['medical-insurance', 'civil-affairs', 'disabled-persons', 'red-cross', 'charity-federation', 'crowdfunding'];
export const EVERYTHING: Release = { AID: 'RAW', HEALTH: 'RAW', COST: 'RAW', STATUS: 'RAW' };

const level = fc.constantFrom<Level>('RAW', 'TRANSFORMED', 'WITHHELD');
/** Any release of any category, each agency's list by itself. */
export const anyRelease: fc.Arbitrary<Release> = fc.oneof(
  { weight: 1, arbitrary: fc.constant('NOT_ANSWERED' as const) },
  { weight: 5, arbitrary: fc.constant(EVERYTHING) },
  { weight: 6, arbitrary: fc.record({ AID: level, HEALTH: level, COST: level, STATUS: level }) },
);

/** A day of the last 26 months, often near the edges of the last twelve and of months. */
const someDay = fc.oneof(
  fc.integer({ min: TODAY - 790, max: TODAY }),
  fc.integer({ min: TODAY - 400, max: TODAY - 340 }),
  fc.integer({ min: TODAY - 100, max: TODAY }),
);
const someFen = fc.oneof(
  fc.constant(0n),
  fc.bigInt({ min: 1n, max: 300_000n }),
  fc.bigInt({ min: 300_000n, max: 6_000_000n }),
  fc.bigInt({ min: 9_990_000n, max: 20_000_000n }),
);
const exact = (fen: bigint): Amount => ({ min: decimalOf(fen), max: decimalOf(fen) });
const amount = someFen.map(exact);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 6, nil: null });
const diagnosis = fc.constantFrom('C34.9', 'C34.1', 'C16.9', 'N18.5', 'F32.1', 'G40.9', 'I63.9', 'C50.9');

const settlement: fc.Arbitrary<Settlement> = fc
  .record({
    day: someDay,
    stay: fc.integer({ min: 0, max: 20 }),
    diagnosis: maybe(diagnosis),
    parts: fc.array(someFen, { minLength: 9, maxLength: 9 }),
    noAssistance: fc.boolean(),
  })
  .map(
    ({ day, stay, diagnosis: code, parts: [basic, critical, other, assistance, inside, outside, left, beyond, short], noAssistance }) => {
      const [b, c, o, a, i, x, l, n, s] = [
        basic,
        critical,
        other,
        noAssistance ? 0n : assistance,
        inside,
        outside,
        left,
        beyond,
        short,
      ].map((part) => part ?? 0n) as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
      // Mostly the parts make the whole; now and then more was paid than the bill came to.
      const whole = b + c + o + a + i + x + l;
      const overpaid = s < 10_000n && s < whole ? whole - s : whole;
      const inPolicy = b + c + (a > i ? a : i) + (l > n ? n : l);
      return {
        id: 'bill',
        careType: stay > 0 ? 'INPATIENT' : 'OUTPATIENT',
        diagnosis: code,
        hospital: 'a hospital',
        admittedOn: dateOf(day - stay),
        dischargedOn: dateOf(day),
        settledOn: dateOf(day),
        total: exact(s < 10_000n ? overpaid : whole),
        inPolicy: exact(inPolicy),
        basicInsurance: exact(b),
        criticalIllness: exact(c),
        otherFunds: exact(o),
        medicalAssistance: exact(a),
        commercialInPolicy: exact(i),
        commercialOutside: exact(x),
      };
    },
  );

const aidRecord = (source: string): fc.Arbitrary<AidRecord> =>
  fc
    .record({
      kind: fc.constantFrom(...kindsOf(source)),
      cause: maybe(fc.constantFrom(...Object.keys(AID_CAUSES))),
      diagnosis: maybe(diagnosis),
      amount: maybe(amount),
      day: maybe(someDay),
      lasting: fc.integer({ min: 0, max: 200 }),
    })
    .map(({ kind, cause, diagnosis: code, amount: paid, day, lasting }) => {
      const spread = kind === 'CROWDFUNDING' || AID_KINDS[kind].class === 'REGULAR_AID' ? lasting : 0;
      return {
        id: 'aid',
        kind,
        programme: 'a programme',
        cause,
        diagnosis: code,
        amount: paid,
        grantedOn: day === null ? null : dateOf(day),
        lastPaidOn: day === null ? null : dateOf(Math.min(TODAY, day + spread)),
      };
    });

const campaign: fc.Arbitrary<Campaign> = fc
  .record({ day: someDay, lasting: fc.integer({ min: 1, max: 250 }), raised: amount, diagnosis: maybe(diagnosis) })
  .map(({ day, lasting, raised, diagnosis: code }) => ({
    id: 'campaign',
    state: day + lasting >= TODAY ? 'OPEN' : 'CLOSED',
    diagnosis: code,
    openedOn: dateOf(day),
    closedOn: day + lasting >= TODAY ? null : dateOf(day + lasting),
    target: exact(10_000_000n),
    raised,
    withdrawn: raised,
    fee: exact(0n),
  }));

const status: fc.Arbitrary<StatusRecord> = fc
  .record({
    day: someDay,
    lasting: fc.option(fc.integer({ min: 10, max: 500 }), { nil: null }),
    statusClass: maybe(fc.constantFrom(...Object.keys(STATUS_CLASSES))),
  })
  .map(({ day, lasting, statusClass }) => ({
    statusClass,
    wording: 'a wording',
    since: dateOf(day),
    until: lasting === null ? null : dateOf(day + lasting),
    reviewOn: null,
  }));

/** Any records of one person; amounts of settlements make up their bill except now and then. */
export const anyWorld: fc.Arbitrary<World> = fc.record({
  settlements: fc.array(settlement, { maxLength: 3 }),
  aid: fc.record(Object.fromEntries(AID_SOURCES.map((source) => [source, fc.array(aidRecord(source), { maxLength: 2 })]))),
  campaigns: fc.array(campaign, { maxLength: 3 }),
  statuses: fc.array(status, { maxLength: 2 }),
});

/** How each list is released: the four lists that are no aid, and the aid of each source. */
export type Releases = Readonly<Record<'settlements' | 'campaigns' | 'statuses', Release>> & {
  readonly aid: Readonly<Record<string, Release>>;
};

export const anyReleases: fc.Arbitrary<Releases> = fc.record({
  settlements: anyRelease,
  campaigns: anyRelease,
  statuses: anyRelease,
  aid: fc.record(Object.fromEntries(AID_SOURCES.map((source) => [source, anyRelease]))),
});

/** Everything as recorded. */
export const RELEASE_ALL: Releases = {
  settlements: EVERYTHING,
  campaigns: EVERYTHING,
  statuses: EVERYTHING,
  aid: Object.fromEntries(AID_SOURCES.map((source) => [source, EVERYTHING])),
};

/** The facts casework would have of `world` under these releases, by the contract's own transforms. */
export function released(world: World, releases: Releases): Facts {
  const moment = { now: NOW, freshnessDays: 35 };
  return {
    today: TODAY,
    bills: sourceOf(
      'medical-insurance',
      answer(world.settlements, releases.settlements, 'COST', settlementAs),
      SETTLEMENT_SHAPE,
      billOf,
      moment,
    ),
    aid: AID_SOURCES.map((source) =>
      sourceOf(
        source,
        answer(world.aid[source] ?? [], releases.aid[source] ?? EVERYTHING, 'AID', aidAs),
        AID_SHAPE,
        (record) => aidOf(source, record, TODAY),
        moment,
      ),
    ),
    campaigns: sourceOf('crowdfunding', answer(world.campaigns, releases.campaigns, 'AID', campaignAs), CAMPAIGN_SHAPE, openTimeOf, moment),
    statuses: sourceOf('civil-affairs', answer(world.statuses, releases.statuses, 'STATUS', statusAs), STATUS_SHAPE, statusOf, moment),
  };
}

type Levels = Exclude<Release, 'NOT_ANSWERED'>;

function answer<T>(items: readonly T[], release: Release, container: keyof Levels, as: (item: T, levels: Levels) => T): unknown {
  if (release === 'NOT_ANSWERED') return null;
  return { asOf: AS_OF, items: release[container] === 'WITHHELD' ? null : items.map((item) => as(item, release)) };
}

const at = <T>(which: Level, value: T, transformed: (value: T) => unknown): T =>
  which === 'RAW' ? value : which === 'WITHHELD' ? (null as T) : (transformed(value) as T);
const none = () => null;
const strictest = (one: Level, other: Level): Level =>
  one === 'WITHHELD' || other === 'WITHHELD' ? 'WITHHELD' : one === 'TRANSFORMED' ? one : other;

const settlementAs = (item: Settlement, { COST, HEALTH }: Levels): Settlement => ({
  ...item,
  careType: at(HEALTH, item.careType, none),
  hospital: at(HEALTH, item.hospital, none),
  diagnosis: at(HEALTH, item.diagnosis, generaliseIcd10Chapter),
  ...Object.fromEntries(SETTLEMENT_SHAPE.dates.map((field) => [field, at(COST, item[field], generaliseMonth)])),
  ...Object.fromEntries(SETTLEMENT_SHAPE.amounts.map((field) => [field, at(COST, item[field], bandAmount)])),
});

const aidAs = (item: AidRecord, { AID, HEALTH }: Levels): AidRecord => ({
  ...item,
  kind: at(AID, item.kind, generaliseAidKind),
  programme: at(strictest(AID, HEALTH), item.programme, none),
  cause: at(strictest(AID, HEALTH), item.cause, none),
  diagnosis: at(HEALTH, item.diagnosis, generaliseIcd10Chapter),
  amount: at(AID, item.amount, bandAmount),
  grantedOn: at(AID, item.grantedOn, generaliseMonth),
  lastPaidOn: at(AID, item.lastPaidOn, generaliseMonth),
});

const campaignAs = (item: Campaign, { AID, HEALTH }: Levels): Campaign => ({
  ...item,
  state: at(AID, item.state, none),
  diagnosis: at(HEALTH, item.diagnosis, generaliseIcd10Chapter),
  ...Object.fromEntries(CAMPAIGN_SHAPE.dates.map((field) => [field, at(AID, item[field], generaliseMonth)])),
  ...Object.fromEntries(CAMPAIGN_SHAPE.amounts.map((field) => [field, at(AID, item[field], bandAmount)])),
});

const statusAs = (item: StatusRecord, { STATUS }: Levels): StatusRecord => ({
  statusClass: at(STATUS, item.statusClass, generaliseStatus),
  wording: at(STATUS, item.wording, none),
  ...(Object.fromEntries(STATUS_SHAPE.dates.map((field) => [field, at(STATUS, item[field], generaliseMonth)])) as Pick<
    StatusRecord,
    'since' | 'until' | 'reviewOn'
  >),
});
