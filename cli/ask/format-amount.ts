import type { Amount } from '../../schema/types/amount.js';
import { amountWords } from '../../schema/values/amount-words.js';
import type { Language } from '../language.js';

/** An interval of yuan as people write it: one figure when it is known, else from–to, or from upwards. */
export const formatAmount = (amount: Amount, language: Language): string => amountWords(amount)[language];
