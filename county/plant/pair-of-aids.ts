import { type Disease, diseaseOf } from '../charity/diseases.js';
import { PROJECTS, type Project } from '../charity/projects.js';
import { recordGrant } from '../charity/record-grant.js';
import type { IdSpelling } from '../charity/spell-id.js';
import { type CertnoSpelling, enterHousehold } from '../civil-affairs/enter-household.js';
import { recordTempAid } from '../civil-affairs/record-temp-aid.js';
import type { Cause } from '../civil-affairs/wordings.js';
import type { County } from '../county.js';
import type { HouseholdKind } from '../people/compose-household.js';
import type { Random } from '../random.js';
import { grantRow, tempAidRow } from './rows.js';
import { settleKind } from './settle-planted.js';
import type { Planted } from './truth.js';

/** What differs between one pair and another. */
export interface Pair {
  readonly kind?: HouseholdKind;
  readonly cause?: Cause;
  /** Days between the two. */
  readonly between: readonly [min: number, max: number];
  readonly project?: Project;
  readonly disease?: Disease | null;
  readonly certno?: CertnoSpelling;
  readonly spelling?: IdSpelling;
}

/** Temporary assistance and a charity grant to the head of one household, in either order. */
export function plantPair(county: County, random: Random, pair: Pair): Planted {
  const household = settleKind(county, random, pair.kind ?? random.pick(['ELDER_COUPLE', 'GROWN_CHILD', 'COUPLE']));
  const person = household.members[0];
  const first = county.charityAsOf - random.integer(420, 1_300);
  const second = first + random.integer(...pair.between);
  const [aidDay, grantDay] = random.chance(0.5) ? [first, second] : [second, first];
  const known = enterHousehold(random, county.civil, household, { spelling: new Map([[person, pair.certno ?? 'PLAIN']]) });
  const aid = recordTempAid(random, county, known, { person, cause: pair.cause ?? 'ILLNESS', day: aidDay });
  const disease = pair.disease === null ? undefined : (pair.disease ?? diseaseOf(random.pick(['C34.9', 'C16.9', 'N18.5', 'C18.9'])));
  const project = pair.project ?? PROJECTS.special;
  const amount = project.step * random.integer(project.usual[0] / project.step, project.usual[1] / project.step);
  const grant = recordGrant(random, county, {
    person,
    project,
    day: grantDay,
    disease,
    amount,
    ...(pair.spelling ? { spelling: pair.spelling } : {}),
  });
  return { persons: [person], rows: [tempAidRow(aid), grantRow(grant)] };
}
