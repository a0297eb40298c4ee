import { ICD10_BLOCKS, ICD10_CHAPTERS } from './icd10-classes.js';

/** A code with or without its dot and extensions (`C34.900x001`), or a range of categories (`C30-C39`). */
const CODE = /^([A-Z]\d\d)(?:\.?[0-9X][0-9A-Z]*)?$/;
const RANGE = /^([A-Z]\d\d)-([A-Z]\d\d)$/;

/** Every category that a class holds, so that a look-up is one step. */
function table(classes: readonly string[]): ReadonlyMap<string, string> {
  const byCategory = new Map<string, string>();
  for (const label of classes) {
    const [first, last] = label.split('-') as [string, string];
    for (let at = position(first); at <= position(last); at++) byCategory.set(categoryAt(at), label);
  }
  return byCategory;
}

const position = (category: string): number => (category.charCodeAt(0) - 65) * 100 + Number(category.slice(1));
const categoryAt = (at: number): string => String.fromCharCode(65 + Math.floor(at / 100)) + String(at % 100).padStart(2, '0');

const CHAPTER_OF = table(ICD10_CHAPTERS);
const BLOCK_OF = table(ICD10_BLOCKS);

/** The class of `finest` or above that holds the whole value; null when none does. */
function generalise(value: unknown, levels: readonly ReadonlyMap<string, string>[]): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim().toUpperCase();
  const range = RANGE.exec(text);
  const first = range?.[1] ?? CODE.exec(text)?.[1];
  const last = range?.[2] ?? first;
  if (first === undefined || last === undefined || position(first) > position(last)) return null;
  for (const level of levels) {
    const label = level.get(first);
    if (label !== undefined && label === level.get(last)) return label;
  }
  return null;
}

/** GENERALISE_ICD10_BLOCK: the block of a code, such as `C30-C39`; delicate blocks are merged (icd10-classes.ts). */
export const generaliseIcd10Block = (value: unknown): string | null => generalise(value, [BLOCK_OF, CHAPTER_OF]);

/** GENERALISE_ICD10_CHAPTER: the chapter of a code or block, such as `C00-D48`; delicate chapters are merged. */
export const generaliseIcd10Chapter = (value: unknown): string | null => generalise(value, [CHAPTER_OF]);
