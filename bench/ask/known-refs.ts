import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEVELOPMENT_AGENCIES } from '../../cli/first-start/development-organisations.js';
import type { Home } from '../../cli/home/paths.js';
import { openSecrets } from '../../runtime/secrets.js';
import { readRegistry } from '../../schema/registry/read-registry.js';
import { CATEGORIES } from '../../schema/vocabulary/categories.js';
import { readTaggingKeys } from '../../subgraphs/linkage/names/tagging-keys.js';
import { createTranslator } from '../../subgraphs/linkage/names/translate.js';

/** The refs of the persons civil affairs knows, in an order that says nothing. */
export const knownRefs = (home: Home): Promise<string[]> =>
  inDatabase(home, 'civil-affairs', async (client) => {
    const { rows } = await client.query<{ ref: string }>('SELECT DISTINCT ref FROM person WHERE ref IS NOT NULL ORDER BY ref');
    return rows.map(({ ref }) => ref);
  });

/**
 * Lets these persons grant civil affairs everything, at every other agency under its own name for each, whether it knows them or
 * not: so some answers rest on consent, and all variants release the same.
 *
 * @param refs civil affairs' own
 */
export async function grantAll(home: Home, refs: readonly string[]): Promise<void> {
  const registry = readRegistry(readFileSync(home.registry, 'utf8'), createPublicKey(readFileSync(home.registryKey, 'utf8')));
  const translator = await createTranslator(await readTaggingKeys(registry, openSecrets(home.secrets('linkage'))));
  for (const { id } of DEVELOPMENT_AGENCIES.filter((agency) => agency.id !== ASKER)) {
    const named = await translator.translateAll(refs, ASKER, id);
    await inDatabase(home, id, (client) =>
      client.query(
        `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from)
         SELECT 'bench-' || ref, 'GIVE', ref, $2, 'CASE_REVIEW', $3, 'DETAIL', now(), now() - interval '1 day' FROM unnest($1::text[]) AS ref`,
        [named, ASKER, Object.keys(CATEGORIES)],
      ),
    );
  }
}

const ASKER = 'civil-affairs';

async function inDatabase<T>(home: Home, owner: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: readFileSync(join(home.secrets(owner), 'database-url'), 'utf8').trim() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
