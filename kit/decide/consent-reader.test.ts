import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { KIT_TABLES } from '../tables.js';
import { readConsentEvents } from './consent-reader.js';
import { foldGrants } from './grants.js';

const adminUrl = process.env.AIDGRAPH_TEST_POSTGRES as string;
const schema = `consent_${randomUUID().replaceAll('-', '')}`;
let pool: pg.Pool;
let statements: number;

const insert = (
  ref: string,
  kind: string,
  extra: { recipient?: string; categories?: string[]; from?: string; until?: string | null } = {},
) =>
  pool.query(
    `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from, valid_until)
     VALUES ($1, $2, $3, $4, 'PRIOR_AID_CHECK', $5, $6, now(), $7, $8)`,
    [
      randomUUID(),
      kind,
      ref,
      extra.recipient ?? 'charity',
      extra.categories ?? ['AID'],
      kind === 'GIVE' ? 'DETAIL' : null,
      extra.from ?? '2025-01-01T00:00:00.123Z',
      extra.until ?? null,
    ],
  );

const read = async (refs: string[]) => {
  statements = 0;
  return readConsentEvents(pool, refs, 'charity', 'PRIOR_AID_CHECK');
};

describe('reading consent events', () => {
  beforeAll(async () => {
    pool = new pg.Pool({ connectionString: adminUrl, max: 1, options: `-c search_path=${schema}` });
    await pool.query(`CREATE SCHEMA ${schema}`);
    for (const statement of KIT_TABLES) await pool.query(statement);
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown;
    pool.query = ((...args: unknown[]) => {
      statements += 1;
      return query(...args);
    }) as typeof pool.query;
  });
  afterAll(async () => {
    await pool.query(`DROP SCHEMA ${schema} CASCADE`);
    await pool.end();
  });

  it('has an entry for everyone and no newest event in an empty replica', async () => {
    expect(await read(['one', 'two'])).toEqual({
      events: new Map([
        ['one', []],
        ['two', []],
      ]),
      seq: 0n,
      leaseUntil: 0,
    });
  });

  it('reads a set in one statement, with the newest event of the whole replica', async () => {
    await insert('one', 'GIVE', { categories: ['AID', 'STATUS'], until: '2026-01-01T00:00:00Z' });
    await insert('two', 'GIVE');
    await insert('one', 'WITHDRAW');
    await insert('one', 'GIVE', { recipient: 'platform' });
    await insert('somebody else', 'REFUSE');
    const { events, seq } = await read(['one', 'two', 'three']);
    expect(statements).toBe(1);
    expect(seq).toBe(5n);
    expect([...events.keys()]).toEqual(['one', 'two', 'three']);
    expect([...(events.get('one') ?? [])].sort((one, other) => Number(one.seq - other.seq))).toEqual([
      {
        seq: 1n,
        kind: 'GIVE',
        recipient: 'charity',
        purpose: 'PRIOR_AID_CHECK',
        categories: ['AID', 'STATUS'],
        extent: 'DETAIL',
        validFrom: new Date('2025-01-01T00:00:00.123Z'),
        validUntil: new Date('2026-01-01T00:00:00Z'),
      },
      expect.objectContaining({ seq: 3n, kind: 'WITHDRAW', extent: null, validUntil: null }),
    ]);
    expect(events.get('three')).toEqual([]);
    expect((await read([])).seq).toBe(5n);
    await pool.query("UPDATE consent_replica SET lease_until = '2026-01-01T00:00:00.5Z'");
    expect((await read([])).leaseUntil).toBe(Date.parse('2026-01-01T00:00:00.5Z'));
  });

  it('hands on what no decision can read, which then gives nothing', async () => {
    await insert('odd', 'GIVE', { categories: ['AID', 'SHOE_SIZE'] });
    await insert('endless', 'GIVE', { until: 'infinity' });
    const { events } = await read(['odd', 'endless']);
    for (const rows of events.values()) {
      const grants = foldGrants(rows, { recipient: 'charity', purpose: 'PRIOR_AID_CHECK', now: new Date() });
      expect(grants.states.get('AID')).toEqual({ kind: 'UNKNOWN' });
    }
  });
});
