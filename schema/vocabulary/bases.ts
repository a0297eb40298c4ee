import type { Term } from './term.js';

/** What allows a release, as shown to the asker: never anything about the person. */
export const BASES = {
  LAW: { zh: '法律', en: 'Law' },
  ADMINISTRATIVE_REGULATION: { zh: '行政法规', en: 'Administrative regulation' },
  LOCAL_REGULATION: { zh: '地方性法规', en: 'Local regulation' },
  CONTRACT: { zh: '协议', en: 'Contract' },
  CONSENT: { zh: '本人同意', en: 'Consent' },
} as const satisfies Record<string, Term>;

export type BasisRank = keyof typeof BASES;

/** Ranks that a refusal or withdrawal does not displace (PIPL art. 13(3), art. 44). */
export const STATUTORY_RANKS: readonly BasisRank[] = ['LAW', 'ADMINISTRATIVE_REGULATION'];
