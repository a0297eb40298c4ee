import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { postgresAccount } from '../postgres/account.js';
import { postgresBinaries } from '../postgres/binaries.js';
import type { Check } from './check.js';

/** PostgreSQL of npm: there, linked, able to run as who it must run as. */
export const checkBinaries: Check = async () => {
  if (process.env.AIDGRAPH_POSTGRES_URL) return { what: { zh: 'PostgreSQL：使用现有服务器', en: 'PostgreSQL: an existing server' } };
  try {
    const account = postgresAccount();
    const folder = await postgresBinaries(account);
    const as = account ? { zh: `，以 ${account.name} 身份运行`, en: `, run as ${account.name}` } : { zh: '', en: '' };
    return { what: { zh: `PostgreSQL：${folder}${as.zh}`, en: `PostgreSQL: ${folder}${as.en}` } };
  } catch (error) {
    const { message } = error as Error;
    return { what: { zh: 'PostgreSQL', en: 'PostgreSQL' }, problem: { zh: message, en: message } };
  }
};

/** The databases: reachable when the house runs, and of one mind with our clock. */
export const checkClock: Check = async (home) => {
  const what = { zh: '数据库与时钟', en: 'database and clock' };
  const secret = join(home.secrets('ledger'), 'database-url');
  const idle = { what: { zh: `${what.zh}（数据库未运行，未检查）`, en: `${what.en} (the database does not run: not checked)` } };
  if (!existsSync(secret)) return idle;
  const client = new pg.Client({ connectionString: readFileSync(secret, 'utf8').trim(), connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    const { rows } = await client.query('SELECT extract(epoch FROM clock_timestamp())::float8 AS now');
    const apart = Math.abs(Number(rows[0].now) - Date.now() / 1000);
    if (apart <= 5) return { what };
    return {
      what,
      problem: {
        zh: `数据库与本机时钟相差 ${apart.toFixed(0)} 秒：请校准。超过一分钟，令牌和证明会被拒绝。`,
        en: `database and machine are ${apart.toFixed(0)} s apart: set the clocks. Past a minute, tokens and proofs are refused.`,
      },
    };
  } catch {
    return idle;
  } finally {
    await client.end().catch(() => {});
  }
};
