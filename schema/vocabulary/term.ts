/** One entry of a vocabulary: the name shown to people, in both languages of the interface. */
export interface Term {
  readonly zh: string;
  readonly en: string;
}

/** Whether `value` is a code of `vocabulary`. Safe against `__proto__` and friends. */
export function isCode<V extends Readonly<Record<string, Term>>>(vocabulary: V, value: unknown): value is keyof V & string {
  return typeof value === 'string' && Object.hasOwn(vocabulary, value);
}
