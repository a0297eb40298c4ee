const SELF = Symbol('person an object is about');
const OTHER = Symbol('other person an object holds data of');

interface About {
  readonly [SELF]?: string;
  readonly [OTHER]?: string;
}

/**
 * Marks an object as data about the person `ref` names (and, for `subject: OTHER` fields, about `other`), both by the
 * agency's own refs. A protected field of an object without the mark its subject needs is withheld.
 */
export function aboutPerson<T extends object>(ref: string, object: T, other?: string): T {
  Object.defineProperty(object, SELF, { value: ref });
  if (other !== undefined) Object.defineProperty(object, OTHER, { value: other });
  return object;
}

/** The ref of the person that data of this subject is about. */
export function subjectOf(object: unknown, subject: 'SELF' | 'OTHER'): string | undefined {
  if (typeof object !== 'object' || object === null) return undefined;
  return (object as About)[subject === 'SELF' ? SELF : OTHER];
}

/**
 * A property that is read only when a field's decision allows it: graphql-js calls it, after enforcement has decided.
 * Typed as its value so that contract classes stay plain.
 */
export const lazily = <T>(load: () => Promise<T>): T => load as unknown as T;
