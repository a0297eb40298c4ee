import type { Amount } from '../../schema/types/amount.js';

/** Yuan of a numeric column of two decimals, known exactly. */
export const mapAmount = (yuan: string): Amount => ({ min: yuan, max: yuan });
