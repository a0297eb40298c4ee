import { AID_CLASSES, AID_KINDS, type AidKind } from '../../../schema/vocabulary/aid-kinds.js';
import { isCode } from '../../../schema/vocabulary/term.js';
import type { Certainty } from '../values/certainty.js';

/** What each agency gives. A released class of aid means those of its kinds that are of the class. A joining agency adds its line. */
const GIVES: Readonly<Record<string, readonly AidKind[]>> = {
  'civil-affairs': ['SUBSISTENCE_ALLOWANCE', 'NEAR_DIBAO_SUPPLEMENT', 'EXTREME_POVERTY_SUPPORT', 'TEMPORARY_ASSISTANCE'],
  'charity-federation': ['CHARITABLE_AID', 'SPECIAL_FUND_GRANT'],
  'medical-insurance': ['MEDICAL_ASSISTANCE'],
  'red-cross': ['RED_CROSS_AID'],
  'disabled-persons': ['DISABILITY_LIVING_ALLOWANCE', 'DISABILITY_NURSING_SUBSIDY', 'REHABILITATION_AID'],
  crowdfunding: ['CROWDFUNDING'],
};

const ANY = Object.keys(AID_KINDS) as AidKind[];

/**
 * The kinds an aid may be of: one when the kind itself was released, else those its source gives of the released class.
 * A kind that was not released, or that the vocabulary does not hold, may be any of its source's kinds or, as `null`, another.
 */
export function possibleKinds(source: string, kind: string | null | undefined): readonly (AidKind | null)[] {
  if (isCode(AID_KINDS, kind)) return [kind];
  const given = kindsOf(source);
  const ofClass = given.filter((entry) => AID_KINDS[entry].class === kind);
  if (kind !== 'OTHER_AID' && isCode(AID_CLASSES, kind) && ofClass.length > 0) return ofClass;
  return [...given, null];
}

/** The kinds a source gives; of one that nobody has entered here, any: what it gave must not be missing from a sum. */
export const kindsOf = (source: string): readonly AidKind[] => (Object.hasOwn(GIVES, source) ? (GIVES[source] ?? []) : ANY);

/** Whether an aid that may be of some kinds is of one of the wanted. */
export function isAmong(kinds: readonly (AidKind | null)[], wanted: readonly AidKind[]): Certainty {
  const inside = kinds.filter((kind) => kind !== null && wanted.includes(kind)).length;
  if (inside === kinds.length) return 'YES';
  return inside === 0 && !kinds.includes(null) ? 'NO' : 'MAYBE';
}
