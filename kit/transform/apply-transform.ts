import type { Transform } from '../../schema/vocabulary/transforms.js';
import { ageBand } from './age-band.js';
import { bandAmount } from './band-amount.js';
import { generaliseAidKind } from './generalise-aid-kind.js';
import { generaliseMonth, generaliseYear } from './generalise-date.js';
import { generaliseIcd10Block, generaliseIcd10Chapter } from './generalise-icd10.js';
import { generaliseRegion } from './generalise-region.js';
import { generaliseStatus } from './generalise-status.js';
import { maskName } from './mask-name.js';
import { maskText } from './mask-text.js';
import { presence } from './presence.js';
import { redact } from './redact.js';

/** What a transform may depend on beside the value. */
export interface TransformContext {
  /** The day ages are counted at (RFC 3339). */
  readonly asOf: string;
  /** A name for a record that is this asker's alone. */
  pseudonym(id: string): string;
}

const TRANSFORMED: Readonly<Record<Transform, (value: unknown, context: TransformContext) => unknown>> = {
  REDACT: redact,
  PRESENCE: presence,
  MASK_NAME: maskName,
  MASK_TEXT: maskText,
  GENERALISE_ICD10_BLOCK: generaliseIcd10Block,
  GENERALISE_ICD10_CHAPTER: generaliseIcd10Chapter,
  GENERALISE_MONTH: generaliseMonth,
  GENERALISE_YEAR: generaliseYear,
  BAND_AMOUNT: bandAmount,
  AGE_BAND: (value, context) => ageBand(value, context.asOf),
  GENERALISE_REGION: generaliseRegion,
  GENERALISE_AID_KIND: generaliseAidKind,
  GENERALISE_STATUS: generaliseStatus,
  PSEUDONYM: (value, context) => (typeof value === 'string' && value !== '' ? context.pseudonym(value) : null),
};

/**
 * What is released instead of `value`. Synchronous and total: null stays null, and a value of another shape than the
 * transform expects gives null; it is never echoed, and nothing is thrown.
 */
export function transformValue(by: Transform, value: unknown, context: TransformContext): unknown {
  if (value === null || value === undefined || !Object.hasOwn(TRANSFORMED, by)) return null;
  try {
    return TRANSFORMED[by](value, context);
  } catch {
    // A hostile object (getter, proxy) or a failing pseudonym: nothing is known to be safe.
    return null;
  }
}
