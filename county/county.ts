import type { Day } from './calendar.js';
import type { CharityFiles } from './charity/open-files.js';
import type { CivilAffairsFiles } from './civil-affairs/open-files.js';
import type { Census } from './people/census.js';
import type { HouseholdKind } from './people/compose-household.js';
import { composeHousehold } from './people/compose-household.js';
import type { Household } from './people/person.js';
import type { Village } from './people/places.js';
import type { Random } from './random.js';

/** A county being written. */
export interface County {
  readonly asOf: Day;
  /** The charity's sheets are some days behind. */
  readonly charityAsOf: Day;
  readonly villages: readonly Village[];
  readonly census: Census;
  readonly civil: CivilAffairsFiles;
  readonly charity: CharityFiles;
}

/** Settles a household of this kind somewhere. */
export const settleKind = (county: County, random: Random, kind: HouseholdKind): Household =>
  county.census.settle(random, random.pick(county.villages), composeHousehold(random, kind, county.asOf));
