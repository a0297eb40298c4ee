import pg from 'pg';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import type { Extent } from '../../schema/vocabulary/extents.js';
import { AGENCIES, type Hub } from '../hub/hub.js';

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
  for (const agency of AGENCIES) {
    const client = new pg.Client({ connectionString: hub.databaseUrl(agency) });
    await client.connect();
    try {
      await client.query('DELETE FROM consent_event');
      if (extent !== null)
        await client.query(
          `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from, valid_until)
         SELECT 'everybody-' || ref, 'GIVE', ref, 'charity-federation', 'PRIOR_AID_CHECK', $1, $2, $3, $3, NULL FROM unnest($4::text[]) AS ref`,
          [Object.keys(CATEGORIES), extent, at, refsAt(agency)],
        );
    } finally {
      await client.end();
    }
    // What is deleted under a process, it does not hear of.
    await hub.reopen(agency);
  }
}
