/** One PostgreSQL for all suites; each suite makes its own databases in it. Needs the build (`npm run build`). */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../dist/cli/postgres/start-postgres.js';

export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'aidgraph-tests-'));
  // As root, PostgreSQL runs as an account that must be able to pass through.
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDir: join(folder, 'postgres') });
  process.env.AIDGRAPH_TEST_POSTGRES = server.adminUrl;
  globalThis.aidgraphTestPostgres = { server, folder };
}
