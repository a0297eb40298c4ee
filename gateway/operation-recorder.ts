import { Refusal } from '../schema/errors.js';
import { HEADERS } from '../schema/wire/headers.js';
import { signMessage } from '../schema/wire/hub-message.js';
import type { OperationBatch, OperationEntry } from '../schema/wire/operation.js';

/** Writes operations into the hub's ledger. */
export interface OperationRecorder {
  /** Resolves once the entry is durable. @throws Refusal NOT_RECORDED. */
  record(entry: OperationEntry): Promise<void>;
}

interface Waiting {
  readonly entry: OperationEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

const MOST_AT_ONCE = 500;
const PATIENCE = 5_000;

/** Sends entries in groups: while one group is under way the next collects, so the ledger commits once for many. */
export function createOperationRecorder(options: {
  /** The ledger's address. */
  readonly ledger: string;
  readonly key: Buffer;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
}): OperationRecorder {
  const url = new URL('/operations', options.ledger).href;
  let waiting: Waiting[] = [];
  let sending = false;

  async function send(entries: readonly OperationEntry[]): Promise<void> {
    const body = JSON.stringify({ entries } satisfies OperationBatch);
    const response = await options.fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [HEADERS.statement]: signMessage('ledger', body, options.key, options.now()) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (response.status !== 204) throw new Error(`the ledger answered ${response.status}`);
  }

  async function drain(): Promise<void> {
    sending = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      try {
        await send(group.map(({ entry }) => entry));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(new Refusal('NOT_RECORDED', (error as Error).name));
      }
    }
    sending = false;
  }

  return {
    record: (entry) =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, resolve, reject });
        if (!sending) void drain();
      }),
  };
}
