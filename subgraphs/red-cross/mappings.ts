import type { AidCause } from '../../schema/vocabulary/aid-causes.js';

/**
 * The Red Cross's wordings in the contract's vocabularies. What does not stand here has no code and keeps its wording.
 * Change the version with any line.
 */
export const MAPPING_VERSION = '2026-11';

/** Why a project gives, where no illness is written beside it. */
export const PROJECT_CAUSES: Readonly<Record<string, AidCause>> = {
  // The two national funds are for children's leukaemia and congenital heart disease.
  小天使基金: 'ILLNESS',
  天使阳光基金: 'ILLNESS',
  人道救助: 'OTHER',
  博爱送万家: 'OTHER',
};

/** The cause of a grant: an illness where one is written, else the project's; null for a project the table does not hold. */
export function causeOf(project: string, disease: string | null): AidCause | null {
  if (disease !== null) return 'ILLNESS';
  const plain = project.normalize('NFKC').replace(/\s+/g, '');
  return Object.hasOwn(PROJECT_CAUSES, plain) ? (PROJECT_CAUSES[plain] ?? null) : null;
}
