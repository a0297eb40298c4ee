import type { Day } from '../calendar.js';
import type { Village } from './places.js';

export type Sex = 'M' | 'F';

/** Relation to the householder, GB/T 4761. */
export type Relation = '02' | '10' | '20' | '30' | '41' | '42' | '51' | '52' | '73' | '77' | '97';

/** Somebody of the county, as they truly are. */
export interface Person {
  /** Known to the truth files only. */
  readonly id: string;
  /** 18 characters; empty for a child not yet registered. */
  readonly idNumber: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birth: Day;
  readonly relation: Relation;
}

/** People who live together; the first member is the householder. */
export interface Household {
  readonly id: string;
  readonly village: Village;
  /** Village, group and number. */
  readonly address: string;
  readonly rural: boolean;
  readonly members: readonly [Person, ...Person[]];
}
