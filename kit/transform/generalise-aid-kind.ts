import { AID_CLASSES, AID_KINDS } from '../../schema/vocabulary/aid-kinds.js';
import { isCode } from '../../schema/vocabulary/term.js';

/** GENERALISE_AID_KIND: the class of a kind of aid; a class stays, every other text is OTHER_AID. */
export function generaliseAidKind(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (isCode(AID_CLASSES, value)) return value;
  return isCode(AID_KINDS, value) ? AID_KINDS[value].class : 'OTHER_AID';
}
