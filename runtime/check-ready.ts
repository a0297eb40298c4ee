import { isEntryModule } from './entry-module.js';
import { integer, readConfig } from './read-config.js';

const SETTINGS = { port: integer('AIDGRAPH_PORT', { min: 1, max: 65_535 }) };
/** Milliseconds an answer may take. */
const PATIENCE = 3_000;

/** Whether the process of this environment can answer: what a container's health check runs. */
export async function isReady(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const { port } = readConfig(environment, SETTINGS);
  try {
    return (await fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(PATIENCE) })).ok;
  } catch {
    return false;
  }
}

if (isEntryModule(import.meta.filename)) process.exit((await isReady(process.env)) ? 0 : 1);
