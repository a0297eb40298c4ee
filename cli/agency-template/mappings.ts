import type { AidCause } from '../../schema/vocabulary/aid-causes.js';
import type { AidKind } from '../../schema/vocabulary/aid-kinds.js';

/**
 * The agency's wordings in the contract's vocabularies. What does not stand here has no code and keeps its wording. Change the
 * version with any line.
 */
export const MAPPING_VERSION = 'draft-1';

/** What a programme gives (schema/vocabulary/aid-kinds.ts), and why (schema/vocabulary/aid-causes.ts). */
export const PROGRAMMES: Readonly<Record<string, { readonly kind: AidKind; readonly cause: AidCause | null }>> = {};

/** The codes of a programme, blanks and full-width characters aside; undefined when the table does not hold it. */
export function codesOf(programme: string): { readonly kind: AidKind; readonly cause: AidCause | null } | undefined {
  const plain = programme.normalize('NFKC').replace(/\s+/g, '');
  return Object.hasOwn(PROGRAMMES, plain) ? PROGRAMMES[plain] : undefined;
}
