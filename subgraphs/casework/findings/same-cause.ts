import { generaliseIcd10Block, generaliseIcd10Chapter } from '../../../kit/transform/generalise-icd10.js';
import { AID_CAUSES } from '../../../schema/vocabulary/aid-causes.js';
import { isCode } from '../../../schema/vocabulary/term.js';
import type { Aid } from '../released/facts.js';
import { allOf, type Certainty, notSo } from '../values/certainty.js';

/** Whether two aids are for the same diagnosis group, and whether for the same cause. */
export interface Sameness {
  /** One ICD-10 block. A block that is a whole chapter was merged to protect those in it, so it proves nothing but its categories do. */
  readonly group: Certainty;
  /** One code of the vocabulary of causes, and not two different diagnoses. "Other hardship" twice names no cause in common. */
  readonly cause: Certainty;
}

/** Compares two aids. */
export function sameness({ record: one }: Aid, { record: other }: Aid): Sameness {
  const group = sameGroup(one, other);
  const known = one.diagnosis != null && other.diagnosis != null;
  const cause = sameCode(one.cause, other.cause);
  return { group, cause: known ? allOf([cause, notSo(notSo(group))]) : cause };
}

type Causes = { readonly cause: string | null; readonly diagnosis: string | null };

function sameGroup(one: Causes, other: Causes): Certainty {
  if (hasNone(one) || hasNone(other)) return 'NO';
  if (one.diagnosis == null || other.diagnosis == null) return 'MAYBE';
  const [blocks, chapters] = [generaliseIcd10Block, generaliseIcd10Chapter].map((by) => [by(one.diagnosis), by(other.diagnosis)]) as [
    [string | null, string | null],
    [string | null, string | null],
  ];
  if (chapters[0] === null || chapters[1] === null) return 'MAYBE';
  if (chapters[0] !== chapters[1]) return 'NO';
  const coarse = blocks.some((block, at) => block === null || block === chapters[at]);
  if (!coarse) return blocks[0] === blocks[1] ? 'YES' : 'NO';
  const [first, second] = [one.diagnosis, other.diagnosis].map(categoryOf);
  return first !== undefined && first === second ? 'YES' : 'MAYBE';
}

/** A cause is released only where health data is, so beside a cause a missing diagnosis is one that was not recorded. */
const hasNone = ({ cause, diagnosis }: Causes): boolean => cause != null && diagnosis == null;

const categoryOf = (diagnosis: string): string | undefined => /^([A-Z]\d\d)(?!-)/.exec(diagnosis.trim().toUpperCase())?.[1];

function sameCode(one: string | null, other: string | null): Certainty {
  if (!isCode(AID_CAUSES, one) || !isCode(AID_CAUSES, other)) return 'MAYBE';
  if (one !== other) return 'NO';
  return one === 'OTHER' ? 'MAYBE' : 'YES';
}
