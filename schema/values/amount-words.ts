import type { Term } from '../vocabulary/term.js';
import type { AmountInterval } from './amount.js';

/** An interval of yuan as people write it: one figure when it is known, else from–to, or from upwards. */
export function amountWords({ min, max }: AmountInterval): Term {
  if (max === null) return { zh: `${min} 元以上（上限未知）`, en: `${min} yuan or more (no upper limit known)` };
  const figures = min === max ? min : `${min} – ${max}`;
  return { zh: `${figures} 元`, en: `${figures} yuan` };
}
