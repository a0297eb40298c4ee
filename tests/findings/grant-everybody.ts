import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import type { Extent } from '../../schema/vocabulary/extents.js';
import { AGENCIES, type Hub } from '../hub/hub.js';
import { changeRecords } from '../hub/two-worlds.js';

/**
 * These people grant everything to the charity's prior-aid check, or nobody anything. Written into the agencies' replicas as the consent
 * service would have delivered it, also to agencies that never heard of them: thousands of deliveries are not what is tested here.
 *
 * @param refsAt the people's refs at an agency
 */
export async function grantEverybody(
  hub: Hub,
  refsAt: (agency: string) => readonly string[],
  extent: Extent | null,
  at: Date,
): Promise<void> {
  const give = `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from, valid_until)
    SELECT 'everybody-' || ref, 'GIVE', ref, 'charity-federation', 'PRIOR_AID_CHECK', $1, $2, $3, $3, NULL FROM unnest($4::text[]) AS ref`;
  for (const agency of AGENCIES) {
    const given: [string, unknown[]][] = extent === null ? [] : [[give, [Object.keys(CATEGORIES), extent, at, refsAt(agency)]]];
    await changeRecords(hub, agency, ['DELETE FROM consent_event'], ...given);
  }
}
