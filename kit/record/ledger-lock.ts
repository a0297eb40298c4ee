/** Taken by every writer of this ledger and by the application of consent events, so that the two are one order. */
export const LEDGER_LOCK = 4_170_001;
