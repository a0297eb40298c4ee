import type { AidCause } from '../../schema/vocabulary/aid-causes.js';
import type { AidKind } from '../../schema/vocabulary/aid-kinds.js';
import {
  CARD_STATES,
  type CardState,
  DISABILITY_CATEGORIES,
  DISABILITY_GRADES,
  type DisabilityCategory,
  type DisabilityGrade,
} from '../../schema/vocabulary/disabilities.js';

/**
 * The card system's wordings in the contract's vocabularies. What does not stand here has no code. Change the version with
 * any line.
 */
export const MAPPING_VERSION = '2026-11';

/** The system writes the standard's own words. */
export const CATEGORY_WORDINGS: Readonly<Record<string, DisabilityCategory>> = byWording(DISABILITY_CATEGORIES);
export const GRADE_WORDINGS: Readonly<Record<string, DisabilityGrade>> = byWording(DISABILITY_GRADES);
export const STATE_WORDINGS: Readonly<Record<string, CardState>> = byWording(CARD_STATES);

export const SUBSIDY_KINDS: Readonly<Record<string, AidKind>> = {
  困难残疾人生活补贴: 'DISABILITY_LIVING_ALLOWANCE',
  重度残疾人护理补贴: 'DISABILITY_NURSING_SUBSIDY',
};

/** Why a project of rehabilitation gives. */
export const PROJECT_CAUSES: Readonly<Record<string, AidCause>> = {
  精神病患者服药补助: 'ILLNESS',
  白内障复明: 'ILLNESS',
  儿童康复: 'OTHER',
  辅助器具: 'OTHER',
};

/** The code of a wording, blanks and full-width characters aside; null when the table does not hold it. */
export function codeOf<C extends string>(table: Readonly<Record<string, C>>, wording: string | null): C | null {
  const plain = (wording ?? '').normalize('NFKC').replace(/\s+/g, '');
  return Object.hasOwn(table, plain) ? (table[plain] ?? null) : null;
}

function byWording<C extends string>(vocabulary: Readonly<Record<C, { readonly zh: string }>>): Record<string, C> {
  return Object.fromEntries((Object.entries(vocabulary) as [C, { zh: string }][]).map(([code, { zh }]) => [zh, code]));
}
