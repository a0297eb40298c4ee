import type { Term } from './term.js';

/** What became of a high-cost alert. */
export const ALERT_STATES = {
  SENT: { zh: '已推送', en: 'Sent' },
  HANDLED: { zh: '已处理', en: 'Handled' },
} as const satisfies Record<string, Term>;

export type AlertState = keyof typeof ALERT_STATES;
