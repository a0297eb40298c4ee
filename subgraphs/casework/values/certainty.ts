/** Whether something holds for every value inside the released intervals, for none, or for some. */
export type Certainty = 'YES' | 'NO' | 'MAYBE';

/** Whether all hold. True of nothing: YES. */
export function allOf(parts: Iterable<Certainty>): Certainty {
  let all: Certainty = 'YES';
  for (const part of parts) {
    if (part === 'NO') return 'NO';
    if (part === 'MAYBE') all = 'MAYBE';
  }
  return all;
}

/** Whether one of them holds. True of nothing: NO. Two MAYBEs stay MAYBE even where one of them must hold: sound, not sharpest. */
export function anyOf(parts: Iterable<Certainty>): Certainty {
  let any: Certainty = 'NO';
  for (const part of parts) {
    if (part === 'YES') return 'YES';
    if (part === 'MAYBE') any = 'MAYBE';
  }
  return any;
}

/** The opposite. */
export const notSo = (part: Certainty): Certainty => (part === 'YES' ? 'NO' : part === 'NO' ? 'YES' : 'MAYBE');
