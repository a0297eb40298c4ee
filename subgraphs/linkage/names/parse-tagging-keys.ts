/** The scalars of one generation, by organisation. */
export type TaggingScalars = ReadonlyMap<string, Uint8Array>;

/** Reads the text of a `t-<generation>.json`. @throws Error when it is not `{organisation: scalar in base64url}`. */
export function parseTaggingKeys(text: string): TaggingScalars {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  return new Map(
    Object.entries(value).map(([organisation, scalar]) => {
      const bytes = Buffer.from(String(scalar), 'base64url');
      if (bytes.length !== 32) throw new Error('not a scalar');
      return [organisation, bytes];
    }),
  );
}
