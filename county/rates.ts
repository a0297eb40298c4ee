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

/** Share of people insured here, by age: 92.5 % of those registered, as some of working age work elsewhere. */
export const INSURED_SHARE = { working: 0.9, others: 0.965 } as const;
/** Share of the insured who are employees: 23 % of all [assumption]. */
export const EMPLOYEE_SHARE = { working: 0.34, retired: 0.17 } as const;
/** Enrolment in the commercial supplement [assumption]. */
export const COMMERCIAL_SHARE = 0.8;
/** People monitored against relapse into poverty: 300 to 600 in a county [assumption]. */
export const MONITORED_SHARE = 0.0012;

/** Days of settlements in the insurance export: thirteen months. */
export const SETTLEMENT_DAYS = 395;
/** Personal burden of a year, fen, at which the large-cost prompt goes out: 15,000 yuan. */
export const ALERT_LINE = 1_500_000;

/**
 * Use of care per insured person and year. Stays are gamma-Poisson; the mean is that of 2022 (residents 16.3 %, employees 17.6 %), cost per
 * stay that of 2023, lognormal. Settlements of all kinds come to about 6.5 a person and year.
 */
export const CARE = {
  stays: { resident: 0.163, employee: 0.176, shape: 0.6 },
  /** By age: under 18, 18-34, 35-59, 60 and over. */
  staysByAge: [0.6, 0.5, 0.8, 2],
  staysByStatus: { TEKUN: 2.2, DIBAO: 1.9, NEAR_DIBAO: 1.7, RIGID_EXPENDITURE: 1.7 },
  /** Mean yuan of a stay, and sigma. */
  stayCost: { resident: 7_674, employee: 12_175, sigma: 1 },
  /** Of patients, those with a major disease: one to four more stays. */
  major: { share: 0.02, cost: 34_000, sigma: 0.8 },
  outpatient: { visits: 4.3, shape: 1, cost: 110, sigma: 0.8 },
  outpatientByAge: [0.9, 0.6, 0.9, 1.6],
  /** Of each age, those with a chronic illness, and their settlements a year. */
  chronicByAge: [0.003, 0.02, 0.16, 0.46],
  chronic: { visits: 12.5, cost: 230, sigma: 0.6 },
  /** Dialysis, chemotherapy: of all, and what a month of it costs. */
  lasting: { share: 0.0022, visits: 12, cost: 4_800, sigma: 0.3 },
  refunds: 0.004,
} as const;

/** The Red Cross: 60 to 120 grants a year. Per household, over the years of records. */
export const RED_CROSS_SHARE = { without: 0.0024, with: 0.016 } as const;

/** Disability: 3 % hold a card, 30 % of those a subsidy [assumption]; by age as surveyed, the old far more often. */
export const CARD_SHARE_BY_AGE = [0.006, 0.011, 0.023, 0.05] as const;

/** Crowdfunding: 150 campaigns a year in a county. Per person and year. */
export const CAMPAIGN_SHARE = 0.00035;
/** Years of campaigns in the platform's export. */
export const CAMPAIGN_YEARS = 3;
