import pg from 'pg';
import type { Asked, Hub, Reply } from './hub.js';

/** What an asker can see of a reply: everything but the receipt, which is new for every request. */
export function visible(reply: Reply): string {
  const receipt = reply.body.extensions?.disclosure?.receipt;
  return `${reply.status} ${receipt ? reply.text.replaceAll(receipt, '…') : reply.text}`;
}

/** Runs statements in an agency's database, as the agency would, and starts it anew: it keeps what persons said in memory. */
export async function changeRecords(hub: Hub, agency: string, ...statements: readonly [sql: string, values?: unknown[]][]): Promise<void> {
  const client = new pg.Client({ connectionString: hub.databaseUrl(agency) });
  await client.connect();
  try {
    for (const [sql, values] of statements) await client.query(sql, values);
  } finally {
    await client.end();
  }
  await hub.reopen(agency);
}

/**
 * Asks in two worlds that differ by `change`, which is undone afterwards.
 *
 * @returns what the asker sees in each: equal when the difference is hidden from that asker.
 */
export async function inTwoWorlds(
  hub: Hub,
  asked: Asked,
  change: {
    readonly agency: string;
    readonly apply: [sql: string, values?: unknown[]][];
    readonly undo: [sql: string, values?: unknown[]][];
  },
): Promise<readonly [string, string]> {
  const before = visible(await hub.ask(asked));
  await changeRecords(hub, change.agency, ...change.apply);
  try {
    return [before, visible(await hub.ask(asked))];
  } finally {
    await changeRecords(hub, change.agency, ...change.undo);
  }
}
