import type { AidCause } from '../../schema/vocabulary/aid-causes.js';

/**
 * The federation's wordings in the contract's vocabularies. What does not stand here has no code and keeps its
 * wording. Change the version with any line.
 */
export const MAPPING_VERSION = '2026-10';

/** Why a project of a category gives. A condolence visit (慰问) has no cause of its own. */
export const CATEGORY_CAUSES: Readonly<Record<string, AidCause>> = {
  大病救助: 'ILLNESS',
  助学: 'EDUCATION',
  临时困难: 'OTHER',
  慰问: 'OTHER',
};

/** The special fund pays what illness leaves. */
export const FUND_CAUSE: AidCause = 'ILLNESS';
export const FUND_PROGRAMME = '医保防贫专项基金';

/** The cause of a project's grants; null for a category the table does not hold. */
export function causeOf(category: string | null): AidCause | null {
  const plain = (category ?? '').normalize('NFKC').replace(/\s+/g, '');
  return Object.hasOwn(CATEGORY_CAUSES, plain) ? (CATEGORY_CAUSES[plain] ?? null) : null;
}
