import pg from 'pg';
import type { Logger } from '../../runtime/log.js';

/** "The consent process": one at a time delivers and renews. */
const CONSENT_LOCK = 4_170_003;
/** PostgreSQL notices that a killed predecessor is gone, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 250;

/** A session of PostgreSQL that holds the lock of the consent process for as long as it lives. */
export interface HeldSession {
  /** Whether the lock is held, as far as this process knows. */
  readonly held: boolean;
  /** When it was taken, on this process's monotonic clock: whatever another process sent, it had read before. */
  readonly since: number;
  /** A statement in this session. @throws when the session, and so the lock, is lost. */
  query<R extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<pg.QueryResult<R>>;
  close(): Promise<void>;
}

/**
 * Takes the lock, and takes it again whenever the session breaks.
 *
 * @throws Error when another process holds it, and keeps it.
 */
export async function holdSession(url: string, log: Logger): Promise<HeldSession> {
  let client: pg.Client | undefined;
  let since = 0;
  let closing = false;

  async function take(): Promise<boolean> {
    const next = new pg.Client({ connectionString: url, application_name: 'consent-lock', connectionTimeoutMillis: 5_000 });
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    await next.connect();
    const { rows } = await next.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [CONSENT_LOCK]);
    if (closing || rows[0]?.held !== true) {
      await next.end();
      return false;
    }
    since = performance.now();
    client = next;
    return true;
  }

  function lost(broken: pg.Client): void {
    if (client !== broken) return;
    client = undefined;
    if (closing) return;
    log.error('the lock of the consent process is lost; nothing is delivered');
    void takeAgain();
  }

  async function takeAgain(): Promise<void> {
    while (!closing && client === undefined) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE).unref());
      await take().catch(() => false);
    }
  }

  const deadline = performance.now() + PATIENCE;
  while (!(await take())) {
    if (performance.now() > deadline) throw new Error('Another consent process runs on this database; there must be one. Stop it first.');
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }

  return {
    get held() {
      return client !== undefined;
    },
    get since() {
      return since;
    },
    query: (text, values) => (client ? client.query(text, values) : Promise.reject(new Error('the lock of the consent process is lost'))),
    close: async () => {
      closing = true;
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}
