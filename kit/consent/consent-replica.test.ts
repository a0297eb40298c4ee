import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { foldGrants } from '../decide/grants.js';
import { KIT_TABLES } from '../tables.js';
import { ConsentReplica } from './consent-replica.js';

const adminUrl = process.env.AIDGRAPH_TEST_POSTGRES as string;
const schema = `consent_${randomUUID().replaceAll('-', '')}`;
let pool: pg.Pool;
let replica: ConsentReplica;
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

/** As a reader does who comes after the events. */
const read = async (refs: string[]) => {
  await replica.take();
  return replica.read(refs, 'charity', 'PRIOR_AID_CHECK');
};
const kindsOf = async (ref: string) => (await replica.read([ref], 'charity', 'PRIOR_AID_CHECK')).events.get(ref)?.map(({ kind }) => kind);

describe('the replica in memory', () => {
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
  beforeEach(() => {
    statements = 0;
    replica = new ConsentReplica(pool);
  });
  afterAll(async () => {
    await pool.query(`DROP SCHEMA ${schema} CASCADE`);
    await pool.end();
  });

  it('has an entry for everyone and no newest event when nothing was applied', async () => {
    expect(await read(['one', 'two'])).toEqual({
      events: new Map([
        ['one', []],
        ['two', []],
      ]),
      seq: 0n,
      leaseUntil: 0,
    });
  });

  it('reads what each said to one recipient, the newest event of all, and the lease', async () => {
    await insert('one', 'GIVE', { categories: ['AID', 'STATUS'], until: '2026-01-01T00:00:00Z' });
    await insert('two', 'GIVE');
    await insert('one', 'WITHDRAW');
    await insert('one', 'GIVE', { recipient: 'platform' });
    await insert('somebody else', 'REFUSE');
    const { events, seq } = await read(['one', 'two', 'three']);
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

  it('asks the database once a second, and whenever it is told to', async () => {
    expect(await kindsOf('late')).toEqual([]);
    await insert('late', 'GIVE');
    statements = 0;
    expect([await kindsOf('late'), await kindsOf('two'), statements]).toEqual([[], ['GIVE'], 0]);
    await replica.take();
    expect([await kindsOf('late'), statements]).toEqual([['GIVE'], 1]);
    await insert('late', 'WITHDRAW');
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await kindsOf('late')).toEqual(['GIVE', 'WITHDRAW']);
  });

  it('takes no event twice when two take at once', async () => {
    await Promise.all([replica.take(), replica.take(), replica.take()]);
    expect(await kindsOf('late')).toEqual(['GIVE', 'WITHDRAW']);
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

  it('takes a copy of any length whole', async () => {
    await pool.query(
      `INSERT INTO consent_event (event_id, kind, ref, recipient, purpose, categories, extent, at, valid_from)
       SELECT 'many ' || n, 'GIVE', 'many ' || n, 'charity', 'PRIOR_AID_CHECK', '{AID}', 'DETAIL', now(), now() FROM generate_series(1, 45000) AS n`,
    );
    statements = 0;
    expect((await read(['many 1'])).events.get('many 1')).toHaveLength(1);
    expect([await kindsOf('many 20001'), await kindsOf('many 45000'), await kindsOf('one')]).toEqual([
      ['GIVE'],
      ['GIVE'],
      ['GIVE', 'WITHDRAW'],
    ]);
    expect(statements).toBe(4);
  });

  /** What a copy that misses the newest events does: new ones take numbers that stood for others. */
  const restore = async () => {
    await pool.query("DELETE FROM consent_event WHERE ref LIKE 'many %' OR ref IN ('odd', 'endless', 'new')");
    const { rows } = await pool.query<{ next: string }>('SELECT max(seq) + 1 AS next FROM consent_event');
    await pool.query(`ALTER TABLE consent_event ALTER seq RESTART WITH ${Number(rows[0]?.next)}`);
  };

  it('begins anew when the database is in an older state', async () => {
    await replica.take();
    await restore();
    await insert('new', 'REFUSE');
    await replica.take();
    expect([await kindsOf('new'), await kindsOf('odd'), await kindsOf('one')]).toEqual([['REFUSE'], [], ['GIVE', 'WITHDRAW']]);
    expect((await replica.read([], 'charity', 'PRIOR_AID_CHECK')).seq).toBe(8n);
  });

  it('begins anew when the database is another one, or was started again', async () => {
    let database = 'before';
    const elsewhere = {
      query: async (statement: pg.QueryArrayConfig) => {
        const result = await pool.query<(string | null)[]>(statement);
        for (const row of result.rows) if (row[1] === null) row[2] = database;
        return result;
      },
    };
    replica = new ConsentReplica(elsewhere as unknown as pg.Pool);
    await replica.take();
    await restore();
    await insert('other', 'REFUSE');
    await insert('newer', 'GIVE');
    // The newest number is past the one that was taken, so only this tells.
    await replica.take();
    expect(await kindsOf('other')).toEqual([]);
    database = 'after';
    await replica.take();
    expect([await kindsOf('other'), await kindsOf('new'), await kindsOf('newer')]).toEqual([['REFUSE'], [], ['GIVE']]);
  });

  it('knows nothing it could not read, and reads it when it can', async () => {
    const broken = new pg.Pool({ connectionString: adminUrl, max: 1, options: '-c search_path=nowhere' });
    replica = new ConsentReplica(broken);
    await expect(replica.read(['one'], 'charity', 'PRIOR_AID_CHECK')).rejects.toThrow(/consent_event/);
    await broken.query(`SET search_path = ${schema}`);
    expect(await kindsOf('one')).toEqual(['GIVE', 'WITHDRAW']);
    await broken.end();
  });
});
