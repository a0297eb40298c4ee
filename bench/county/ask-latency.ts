import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import type { Home } from '../../cli/home/paths.js';
import { modulePath } from '../../cli/house/run-module.js';
import { quantile } from '../measure/quantile.js';
import { significant } from '../measure/significant.js';

/** How long `aidgraph ask` takes in a terminal, from its start to its end, milliseconds. */
export interface AskLatency {
  /** The first one after the start of the house: nothing is warm. */
  readonly first: number;
  readonly p50: number;
  readonly worst: number;
}

const QUESTION = ['ask', '--as', 'chen-jianguo', '--purpose', 'CASE_REVIEW', '--json', '--person'];
const PERSONS = ['aided-by-both', 'nothing-on-record', 'tekun', 'household', 'not-recognised', 'crowdfunding'];
const ROUNDS = 3;

/** Asks about the sample persons, one after the other, by the command line. @throws Error when one is not answered in full. */
export async function measureAsk(home: Home): Promise<AskLatency> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) for (const person of PERSONS) times.push(await ask(home, person));
  const [first = 0, ...rest] = times;
  return { first: significant(first), p50: significant(quantile(rest, 0.5)), worst: significant(Math.max(...rest)) };
}

async function ask(home: Home, person: string): Promise<number> {
  const begun = performance.now();
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [modulePath('cli/main.js'), ...QUESTION, person], {
      env: { ...process.env, AIDGRAPH_HOME: home.root },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
  const took = performance.now() - begun;
  const answer = code === 0 ? (JSON.parse(output) as { data?: { person?: object }; errors?: object[] }) : undefined;
  if (!answer?.data?.person || answer.errors) throw new Error(`no whole answer about ${person}`);
  return took;
}
