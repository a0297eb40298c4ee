import type { Transform } from '../vocabulary/transforms.js';

/** Types that hold raw values openly; the field that gives one protects it as a whole. */
export const VALUE_TYPES: readonly string[] = ['Amount'];

const BY_TYPE: Readonly<Record<string, readonly Transform[]>> = {
  ID: ['PSEUDONYM'],
  Amount: ['BAND_AMOUNT', 'REDACT'],
  PartialDate: ['GENERALISE_MONTH', 'GENERALISE_YEAR', 'REDACT'],
  DateTime: ['REDACT'],
  Decimal: ['REDACT'],
  String: [
    'MASK_NAME',
    'MASK_TEXT',
    'GENERALISE_ICD10_BLOCK',
    'GENERALISE_ICD10_CHAPTER',
    'GENERALISE_REGION',
    'GENERALISE_AID_KIND',
    'GENERALISE_STATUS',
    'AGE_BAND',
    'REDACT',
  ],
};

/**
 * Whether a transform gives a value its field's type admits, and leaves nothing raw inside. PRESENCE releases an object
 * or a list whose own fields are protected one by one; a list of bare values or of value types has no such fields.
 */
export function transformFits(by: Transform, field: { typeName: string; list: boolean; composite: boolean }): boolean {
  const protectsItself = field.composite && !VALUE_TYPES.includes(field.typeName);
  if (protectsItself) return by === 'PRESENCE' || by === 'REDACT';
  if (field.list) return by === 'REDACT';
  return Object.hasOwn(BY_TYPE, field.typeName) && (BY_TYPE[field.typeName] ?? []).includes(by);
}
