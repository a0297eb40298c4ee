import { makeNamingKeys } from '../first-start/make-naming-keys.js';
import { makeRegistry } from '../first-start/make-registry.js';
import { makeSecrets } from '../first-start/make-secrets.js';
import { prepareCounty } from '../first-start/prepare-county.js';
import { writeDatabaseUrls } from '../first-start/write-database-urls.js';
import { writeConfigOf } from '../home/config.js';
import { CommandError } from '../language.js';
import type { Command } from './command.js';
import { chooseConfig } from './start.js';

/**
 * `prepare [--people N] [--seed S]`: makes what processes that something else starts are given (docker-compose.yml): secrets,
 * naming keys, registry, county, passwords of the server at AIDGRAPH_POSTGRES. Starts nothing; what is there stays.
 */
export const prepare: Command = async ({ home, tell, options }) => {
  const server = process.env.AIDGRAPH_POSTGRES;
  if (!server || !/^[\w.-]+:\d+$/.test(server))
    throw new CommandError({ zh: 'AIDGRAPH_POSTGRES 应为 主机:端口。', en: 'AIDGRAPH_POSTGRES must be HOST:PORT.' }, 2);
  const { signal } = new AbortController();
  const config = chooseConfig(home, options);
  writeConfigOf(home, config);
  const keys = makeSecrets(home);
  makeRegistry(home, config.port, await makeNamingKeys(home, signal), keys, new Date());
  writeDatabaseUrls(home, server);
  await prepareCounty(home, config, tell, signal);
  tell({ zh: `已备好：${home.root}`, en: `Prepared: ${home.root}` });
  return 0;
};
