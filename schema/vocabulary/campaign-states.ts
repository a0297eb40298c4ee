import type { Term } from './term.js';

/** States of a crowdfunding campaign. */
export const CAMPAIGN_STATES = {
  OPEN: { zh: '进行中', en: 'Open' },
  CLOSED: { zh: '已结束', en: 'Closed' },
} as const satisfies Record<string, Term>;
