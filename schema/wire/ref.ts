/** An organisation's own name for a person: `<generation>.<43 base64url characters>` (a ristretto255 point). */
export interface Ref {
  readonly generation: string;
  /** 32 bytes, base64url without padding. */
  readonly point: string;
}

const FORM = /^(\d{1,6})\.([A-Za-z0-9_-]{43})$/;

/** Splits a ref. @returns undefined when the text has not the form of one; the point itself is not checked. */
export function parseRef(text: string): Ref | undefined {
  const match = FORM.exec(text);
  return match ? { generation: match[1] as string, point: match[2] as string } : undefined;
}

/** The text of a ref. */
export const formatRef = (ref: Ref): string => `${ref.generation}.${ref.point}`;
