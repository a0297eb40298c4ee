import type { County } from '../county.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';

/** What a test of detection or of an import must find. */
export type Expected = 'DUPLICATE' | 'MISSED' | 'NO_FINDING' | 'SAME_PERSON' | 'DIFFERENT_PERSONS' | 'UNREADABLE_ID' | 'NOTHING_ON_RECORD';

/** A row of an agency's export: `key` is the value of its first column. */
export interface RowReference {
  readonly file: string;
  readonly key: string;
}

/** What one planting left behind. */
export interface Planted {
  readonly persons: readonly Person[];
  readonly rows: readonly RowReference[];
}

/** A kind of planted case. */
export interface Scenario {
  readonly label: string;
  /** The rule of the domain it is about (D1 … D12, M1 … M10); null when about none. */
  readonly rule: string | null;
  readonly expected: Expected;
  readonly note: { readonly zh: string; readonly en: string };
  readonly plant: (county: County, random: Random) => Planted;
}

/** One planted case as it stands in truth.json. */
export interface TruthCase {
  readonly id: string;
  readonly label: string;
  readonly rule: string | null;
  readonly expected: Expected;
  readonly persons: readonly { readonly personId: string; readonly idNumber: string; readonly name: string }[];
  readonly rows: readonly RowReference[];
  readonly note: { readonly zh: string; readonly en: string };
}
