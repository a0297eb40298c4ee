import type { Amount } from '../../schema/types/amount.js';
import type { Language } from '../language.js';

/** An interval of yuan as people write it: one figure when it is known, else from–to, or from upwards. */
export function formatAmount(amount: Amount, language: Language): string {
  const unit = language === 'zh' ? ' 元' : ' yuan';
  if (amount.max === null)
    return language === 'zh' ? `${amount.min} 元以上（上限未知）` : `${amount.min} yuan or more (no upper limit known)`;
  if (amount.min === amount.max) return `${amount.min}${unit}`;
  return `${amount.min} – ${amount.max}${unit}`;
}
