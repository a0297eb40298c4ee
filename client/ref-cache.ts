import { createHmac } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { parseRef } from '../schema/wire/ref.js';
import type { ResidentId } from './normalise-resident-id.js';

/** Remembers an organisation's own refs, so that persons known here can be asked about without the key authority. */
export interface RefCache {
  /** The ref made before under this generation of keys. */
  get(id: ResidentId, generation: string): string | undefined;
  /** Remembers refs; durable when it returns. */
  put(entries: readonly (readonly [ResidentId, string])[]): void;
}

const LINE = /^([A-Za-z0-9_-]{43}) (\S+)$/;

/**
 * Opens a cache file of mode 0600 (made when first written): one line per ref, `HMAC-SHA-256(secret, ID) ref`.
 * Without the secret nobody can find a person in it by trying ID numbers. Lines are only appended, so several processes may share it;
 * each sees what stood there when it opened.
 */
export function openRefCache(path: string, secret: Uint8Array): RefCache {
  const refs = new Map<string, string>();
  const keyOf = (id: ResidentId, generation: string) =>
    createHmac('sha256', secret).update(`aidgraph:v1:ref-cache:${generation}:${id}`).digest('base64url');
  for (const line of read(path).split('\n')) {
    const match = LINE.exec(line);
    if (match && parseRef(match[2] as string)) refs.set(match[1] as string, match[2] as string);
  }
  return {
    get: (id, generation) => refs.get(keyOf(id, generation)),
    put: (entries) => {
      const lines = entries.map(([id, ref]) => {
        const generation = parseRef(ref)?.generation;
        if (generation === undefined) throw new Error('not a ref');
        const key = keyOf(id, generation);
        refs.set(key, ref);
        return `${key} ${ref}\n`;
      });
      // The leading line end closes a line that a crash tore.
      if (lines.length > 0) appendFileSync(path, `\n${lines.join('')}`, { mode: 0o600, flush: true });
    },
  };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
