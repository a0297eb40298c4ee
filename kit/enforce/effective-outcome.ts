import type { Outcome } from '../../schema/vocabulary/outcomes.js';
import type { Transform } from '../../schema/vocabulary/transforms.js';

/** What the field really does: a redacted value is withheld, and a pseudonym is never the record's own id. */
export function effectiveOutcome(outcome: Outcome, by: Transform): Outcome {
  if (by === 'PSEUDONYM' && outcome === 'RAW') return 'TRANSFORMED';
  if (by === 'REDACT' && outcome === 'TRANSFORMED') return 'WITHHELD';
  return outcome;
}
