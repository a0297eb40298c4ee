import type { County } from '../county.js';
import type { Cover } from '../medical-insurance/insure-person.js';
import type { Insured } from '../medical-insurance/insured.js';
import type { HouseholdKind } from '../people/compose-household.js';
import type { Household, Person } from '../people/person.js';
import type { Random } from '../random.js';
import { insurePlanted, settleKind } from './settle-planted.js';

/** A household of which one is treated, insured as a resident without the commercial supplement unless said otherwise. */
export interface PlantedPatient {
  readonly household: Household;
  readonly person: Person;
  readonly insured: Insured;
}

/** Settles a household; `prepare` may enter it with civil affairs before its first member is insured. */
export function plantPatient(
  county: County,
  random: Random,
  prepare: (household: Household) => void = () => {},
  cover: Cover = {},
  kind: HouseholdKind = random.pick(['ELDER_COUPLE', 'COUPLE', 'GROWN_CHILD']),
): PlantedPatient {
  const household = settleKind(county, random, kind);
  prepare(household);
  const [person] = household.members;
  return { household, person, insured: insurePlanted(county, person, { employee: false, commercial: false, ...cover }) };
}

/** Illnesses of planted patients the charity has a project for. */
export const LISTED = ['C34.9', 'C16.9', 'C18.9', 'N18.5'] as const;
