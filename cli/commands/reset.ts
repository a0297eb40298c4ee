import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { readImported } from '../first-start/make-databases.js';
import { PEOPLE, readConfigOf, SEEDS, writeConfigOf } from '../home/config.js';
import { readState } from '../home/state.js';
import { CommandError } from '../language.js';
import { needed, wholeNumber } from '../options.js';
import { SYSTEM_FOLDER } from '../postgres/binaries.js';
import { dropOwnerDatabase } from '../postgres/owner-database.js';
import { stopPostgres } from '../postgres/start-postgres.js';
import type { Command } from './command.js';

/** `reset --seed S [--people N]`: removes all data and secrets of this home; the next start makes others. */
export const reset: Command = async ({ home, options, tell }) => {
  const seed = wholeNumber(needed(options.seed, 'seed'), 'seed', SEEDS);
  const kept = readConfigOf(home);
  const people = wholeNumber(options.people, 'people', PEOPLE) ?? kept.people;
  if (await readState(home)) {
    throw new CommandError({ zh: '正在运行。先结束：aidgraph stop', en: 'It is running. First end it: aidgraph stop' });
  }
  const existing = process.env.AIDGRAPH_POSTGRES_URL;
  if (existing) for (const owner of Object.keys(readImported(home))) await dropOwnerDatabase(existing, owner);
  await stopPostgres(home.postgres);
  rmSync(home.postgres.startsWith(SYSTEM_FOLDER) ? dirname(home.postgres) : home.postgres, { recursive: true, force: true });
  rmSync(home.root, { recursive: true, force: true });
  // Read anew: without kept choices the records reach to yesterday again.
  writeConfigOf(home, { ...readConfigOf(home), port: kept.port, people, seed: seed ?? kept.seed });
  tell({
    zh: `已清空。下次启动将生成 ${people} 人、种子 ${seed} 的数据：aidgraph start`,
    en: `All is removed. The next start makes ${people} people, seed ${seed}: aidgraph start`,
  });
  return 0;
};
