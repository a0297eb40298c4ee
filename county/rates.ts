import type { HouseholdKind } from './people/compose-household.js';

/** A hardship status of a household or of one of its members. */
export type Status = 'DIBAO' | 'NEAR_DIBAO' | 'TEKUN' | 'RIGID_EXPENDITURE';

type Weights<T> = readonly (readonly [T, number])[];

/** Kinds of household; weights chosen so that ages come out as 0-17 16.8 %, 18-34 17.0 %, 35-59 43.5 %, 60+ 22.7 % (Yunhe county, 2022). */
export const HOUSEHOLD_KINDS: Weights<HouseholdKind> = [
  ['ELDER', 12],
  ['ELDER_COUPLE', 16],
  ['YOUNG_FAMILY', 26],
  ['THREE_GENERATIONS', 12],
  ['GROWN_CHILD', 14],
  ['COUPLE', 12],
  ['SINGLE', 8],
];

/** Kinds of household of those who hold a status. */
export const STATUS_KINDS: Readonly<Record<Status, Weights<HouseholdKind>>> = {
  DIBAO: [
    ['ELDER', 30],
    ['ELDER_COUPLE', 18],
    ['YOUNG_FAMILY', 10],
    ['THREE_GENERATIONS', 12],
    ['GROWN_CHILD', 15],
    ['SINGLE', 15],
  ],
  NEAR_DIBAO: [
    ['ELDER_COUPLE', 25],
    ['YOUNG_FAMILY', 25],
    ['THREE_GENERATIONS', 20],
    ['GROWN_CHILD', 30],
  ],
  TEKUN: [
    ['ELDER', 85],
    ['SINGLE', 15],
  ],
  RIGID_EXPENDITURE: [
    ['YOUNG_FAMILY', 30],
    ['THREE_GENERATIONS', 35],
    ['GROWN_CHILD', 35],
  ],
};

/**
 * Share of households that hold a status. Persons covered come out as 3.4 % of the county, dibao : near-dibao : tekun as 73 : 23 : 4
 * (the county's 15,600 hardship persons, Zhejiang's split of 2020).
 */
export const STATUS_SHARE: Readonly<Record<Status, number>> = {
  DIBAO: 0.0448,
  NEAR_DIBAO: 0.0079,
  TEKUN: 0.0036,
  RIGID_EXPENDITURE: 0.0008,
};

/** Share of status entries that have ended. */
export const ENDED_SHARE = 0.12;
/** Of dibao entries, those for a single member. */
export const SINGLE_MEMBER_SHARE = 0.4;
/** Share of households without a status that applied and were refused, or are still being checked. */
export const CHECKED_SHARE = 0.003;

/** Monthly dibao standard, yuan [assumption for 2023]. */
export const DIBAO_STANDARD = 1_100;
/** Monthly tekun standard, yuan [1.3 × dibao]. */
export const TEKUN_STANDARD = 1_430;

/** How many years of one-off aid the agencies' records hold. */
export const YEARS_OF_RECORDS = 5;

/**
 * One-off events over those years, per household without and with a status. Temporary assistance: 322 a year in a county of this size;
 * charity: 2,000-3,000 grants; special fund: about 180 a year. Planted cases come on top.
 */
export const EVENT_SHARE = {
  temporaryAssistance: { without: 0.0048, with: 0.067 },
  charity: { without: 0.0098, with: 0.06 },
  specialFund: { without: 0.0041, with: 0.012 },
  donation: { without: 0.009, with: 0 },
} as const;

/** Days that keep two unplanted one-off aids of one person apart, so that every pair within a rule's window is a planted one. */
export const APART = 450;
