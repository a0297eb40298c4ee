import type { CardRow } from './data/find-cards.js';
import { CATEGORY_WORDINGS, codeOf, GRADE_WORDINGS, STATE_WORDINGS } from './mappings.js';
import type { DisabilityCard } from './types/disability-card.js';

/** A card as the contract tells it. Its number, which begins with the ID number, stays inside. */
export function mapCard(row: CardRow): DisabilityCard {
  return {
    id: `CARD:${row.cardNo}`,
    category: codeOf(CATEGORY_WORDINGS, row.disabilityType),
    grade: codeOf(GRADE_WORDINGS, row.disabilityGrade),
    since: row.issuedOn,
    validUntil: row.validUntil,
    state: codeOf(STATE_WORDINGS, row.stateCode),
  };
}
