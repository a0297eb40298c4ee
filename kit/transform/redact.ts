/** REDACT: nothing is released. */
export const redact = (_value: unknown): null => null;
