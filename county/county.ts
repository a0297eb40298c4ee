import type { Day } from './calendar.js';
import type { CharityFiles } from './charity/open-files.js';
import type { CivilAffairsFiles } from './civil-affairs/open-files.js';
import type { CrowdfundingFiles } from './crowdfunding/open-files.js';
import type { Diaries } from './diary.js';
import type { DisabledPersonsFiles } from './disabled-persons/open-files.js';
import type { Insured } from './medical-insurance/insured.js';
import type { MedicalInsuranceFiles } from './medical-insurance/open-files.js';
import type { Census } from './people/census.js';
import type { Household, Person } from './people/person.js';
import type { Village } from './people/places.js';
import type { RedCrossFiles } from './red-cross/open-files.js';

/** A county being written. Each agency's records end on a day of its own. */
export interface County {
  readonly seed: number;
  readonly asOf: Day;
  /** The charity's sheets are some days behind. */
  readonly charityAsOf: Day;
  readonly insuranceAsOf: Day;
  readonly redCrossAsOf: Day;
  readonly disabledAsOf: Day;
  readonly platformAsOf: Day;
  /** The first day of the insurance's settlements. */
  readonly settlementsFrom: Day;
  readonly villages: readonly Village[];
  readonly census: Census;
  readonly diaries: Diaries;
  /** Planted households, and who of them has been entered with the insurance. */
  readonly planted: { readonly households: Household[]; readonly insured: Map<Person, Insured> };
  readonly civil: CivilAffairsFiles;
  readonly charity: CharityFiles;
  readonly insurance: MedicalInsuranceFiles;
  readonly redCross: RedCrossFiles;
  readonly disabled: DisabledPersonsFiles;
  readonly platform: CrowdfundingFiles;
}
