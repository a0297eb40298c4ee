import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * When the records of an export were last brought up to date, from its `manifest.json`.
 *
 * @returns an instant, RFC 3339 in UTC.
 * @throws Error when the folder is not an export of that agency.
 */
export async function readManifest(folder: string, agency: string): Promise<{ asOf: string }> {
  const refuse = (why: string) => new Error(`The folder is not an export of ${agency}: ${why}.`);
  let manifest: { agency?: unknown; asOf?: unknown };
  try {
    manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as typeof manifest;
  } catch {
    throw refuse('its manifest.json cannot be read');
  }
  if (manifest.agency !== agency) throw refuse('its manifest.json names another agency');
  const asOf = new Date(typeof manifest.asOf === 'string' ? manifest.asOf : Number.NaN);
  if (Number.isNaN(asOf.getTime())) throw refuse('its manifest.json has no asOf');
  return { asOf: asOf.toISOString().replace(/\.\d{3}Z$/, 'Z') };
}
