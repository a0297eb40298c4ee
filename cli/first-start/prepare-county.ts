import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Term } from '../../schema/vocabulary/term.js';
import type { Config } from '../home/config.js';
import type { Home } from '../home/paths.js';
import { runModule } from '../house/run-module.js';
import { writeApplicants } from './write-applicants.js';

/** Makes the synthetic county unless it is there, and a list of applicants out of it; the county appears whole or not at all. */
export async function prepareCounty(home: Home, config: Config, tell: (step: Term) => void, signal: AbortSignal): Promise<void> {
  if (existsSync(home.county)) return;
  tell({
    zh: `生成模拟县域数据（${config.people} 人，种子 ${config.seed}）……`,
    en: `Making a synthetic county (${config.people} people, seed ${config.seed}) …`,
  });
  const half = `${home.county}.new`;
  rmSync(half, { recursive: true, force: true });
  const { people, seed, asOf } = config;
  await runModule('county/main.js', ['--people', String(people), '--seed', String(seed), '--as-of', asOf, '--out', half], { signal });
  renameSync(half, home.county);
  writeApplicants(home);
}
