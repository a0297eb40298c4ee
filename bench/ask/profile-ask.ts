import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isAlive } from '../../cli/home/state.js';
import { processNamed } from '../../cli/house/processes.js';
import { modulePath } from '../../cli/house/run-module.js';
import { freeBasePort } from '../house/free-base-port.js';
import { openBenchHouse } from '../house/open-bench-house.js';
import { grantAll, knownRefs } from './known-refs.js';
import { IN_FLIGHT } from './measure-round.js';
import { questionMaker } from './prepare-questions.js';
import { sendRound } from './send-round.js';
import { type Member, startGroup } from './start-group.js';

const BATCH = 300;
const WARM_UP = 2 * BATCH;

/**
 * Asks everybody civil affairs knows once, everything on, with the named processes under Node's CPU profiler. Each leaves
 * a `.cpuprofile` in `folder`, which browsers' developer tools open.
 */
export async function profileAsk(
  names: readonly string[],
  folder: string,
  options: { people: number; signal: AbortSignal },
): Promise<void> {
  const house = await openBenchHouse({ port: await freeBasePort(1, 0), ...options });
  try {
    const refs = await knownRefs(house.home);
    await grantAll(house.home, refs);
    const members = names.map((name): Member => {
      const module = processNamed(name)?.module;
      if (module === undefined) throw new Error(`there is no process ${name}`);
      const preload = pathToFileURL(modulePath('bench/ask/processes/profile.js')).href;
      const profile = join(folder, `${name}.cpuprofile`);
      return { name, module, added: { NODE_OPTIONS: `--import ${preload}`, AIDGRAPH_BENCH_PROFILE: profile } };
    });
    for (const name of names) await endProcess(house.pids.get(name) as number);
    const group = await startGroup(house, 'profiled', house.port, members);
    try {
      const prepare = questionMaker(house);
      const flow = { inFlight: IN_FLIGHT, signal: options.signal };
      const endpoint = `http://127.0.0.1:${house.port}/graphql`;
      const variant = { name: 'all_on', endpoint, proven: true, pids: group.pids } as const;
      for (let start = 0; start < refs.length; start += BATCH) {
        if (start === WARM_UP) for (const pid of group.pids.values()) process.kill(pid, 'SIGUSR2');
        const answers = await sendRound(endpoint, await prepare(variant, refs.slice(start, start + BATCH)), flow);
        if (answers.some(({ status }) => status !== 200)) throw new Error('a question was not answered');
      }
    } finally {
      await group.close();
    }
  } finally {
    await house.close();
  }
}

async function endProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGTERM');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 50));
}
