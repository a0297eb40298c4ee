import { randomBytes } from 'node:crypto';
import { createOwnerDatabase, dropOwnerDatabase } from '../../cli/postgres/owner-database.js';

/** Databases of one suite in the PostgreSQL that all suites share (tests/global-setup.mjs). */
export interface TestDatabases {
  /** Makes an empty database with a login role of its own. */
  create(owner: string): Promise<string>;
  drop(): Promise<void>;
}

/** The suite's databases. @throws Error when the tests were not started through jest.config.mjs. */
export function testDatabases(): TestDatabases {
  const adminUrl = process.env.AIDGRAPH_TEST_POSTGRES;
  if (!adminUrl) throw new Error('No PostgreSQL for tests: run them with `npm run jest`.');
  const made: string[] = [];
  return {
    create: async (owner) => {
      const name = `${owner}-${randomBytes(4).toString('hex')}`;
      made.push(name);
      return createOwnerDatabase(adminUrl, name);
    },
    drop: async () => {
      for (const name of made) await dropOwnerDatabase(adminUrl, name);
    },
  };
}
