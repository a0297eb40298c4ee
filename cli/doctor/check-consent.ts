import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Check } from './check.js';

/** Something an agency has not been told for so long is a fault, in seconds: longer than a restart takes. */
const LATE = 30;

/** Grants: whether every agency knows what consent has recorded. */
export const checkConsent: Check = async (home) => {
  const what = { zh: '授权送达', en: 'delivery of grants' };
  const secret = join(home.secrets('consent'), 'database-url');
  const idle = { what: { zh: `${what.zh}（数据库未运行，未检查）`, en: `${what.en} (the database does not run: not checked)` } };
  if (!existsSync(secret)) return idle;
  const client = new pg.Client({ connectionString: readFileSync(secret, 'utf8').trim(), connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ agency: string; pending: string }>(
      `SELECT agency, last_number - acknowledged AS pending FROM agency_progress progress WHERE EXISTS (
         SELECT FROM delivery JOIN grant_event ON event = seq
         WHERE delivery.agency = progress.agency AND number = acknowledged + 1 AND recorded_at < now() - interval '${LATE} seconds')
       ORDER BY agency`,
    );
    if (rows.length === 0) return { what };
    const list = rows.map(({ agency, pending }) => `${agency} (${pending})`).join(', ');
    return {
      what,
      problem: {
        zh: `以下机构尚未收到授权变动（条数）：${list}。在此期间它们不凭任何授权提供数据。查看：aidgraph status`,
        en: `not told yet (events): ${list}. Until they are, they release nothing on the strength of a grant. See: aidgraph status`,
      },
    };
  } catch {
    return idle;
  } finally {
    await client.end().catch(() => {});
  }
};
