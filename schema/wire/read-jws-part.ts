/** Reads the header or the payload of a compact JWS. @returns undefined for anything but a JSON object in base64url; nothing is verified here. */
export function readJwsPart(part: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
