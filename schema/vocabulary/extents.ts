import type { Outcome } from './outcomes.js';
import type { Term } from './term.js';

/** How much a grant allows. */
export const EXTENTS = {
  SUMMARY: { zh: '概要（金额区间与月份）', en: 'Summary (bands and months)' },
  DETAIL: { zh: '明细', en: 'Detail' },
} as const satisfies Record<string, Term>;

export type Extent = keyof typeof EXTENTS;

/** The widest outcome a grant of this extent can give. */
export const EXTENT_OUTCOME: Readonly<Record<Extent, Outcome>> = { SUMMARY: 'TRANSFORMED', DETAIL: 'RAW' };
