import { mkdirSync } from 'node:fs';
import type { Term } from '../../schema/vocabulary/term.js';
import { importRecords } from '../first-start/import-records.js';
import { makeDatabases } from '../first-start/make-databases.js';
import { makeNamingKeys } from '../first-start/make-naming-keys.js';
import { makeRegistry } from '../first-start/make-registry.js';
import { makeSecrets } from '../first-start/make-secrets.js';
import { prepareCounty } from '../first-start/prepare-county.js';
import type { Config } from '../home/config.js';
import { writeConfigOf } from '../home/config.js';
import type { Home } from '../home/paths.js';
import { claimState, clearState } from '../home/state.js';
import { CommandError } from '../language.js';
import { checkPorts } from './check-ports.js';
import { type ControlRequest, openControl, type ProcessStatus } from './control.js';
import { environmentOf, type HouseProcess, PROCESSES, processNamed } from './processes.js';
import type { Runner } from './runner.js';
import { separateProcesses } from './separate-processes.js';
import { openServer } from './server.js';
import { togetherInOne } from './together.js';

/** A house that runs. */
export interface House {
  /** Ends the processes in order, PostgreSQL last. */
  close(): Promise<void>;
}

export interface OpenHouseOptions {
  readonly home: Home;
  readonly config: Config;
  readonly together: boolean;
  /** Told of every step. */
  readonly tell: (step: Term) => void;
  /** Ends a start under way. */
  readonly signal: AbortSignal;
  /** Called when another terminal asks for the end. */
  readonly onEnd: () => void;
}

/**
 * Starts the house: prepares what is missing (first start), PostgreSQL, then every process in order. What was opened is
 * closed again when a step fails.
 *
 * @throws CommandError saying which step failed, and what to do.
 */
export async function openHouse(options: OpenHouseOptions): Promise<House> {
  const { home, config, tell, signal } = options;
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    mkdirSync(home.logs, { recursive: true, mode: 0o700 });
    const supervisor = createSupervisor(options);
    const control = await openControl(supervisor.answer);
    closers.push(control.close);
    await claimState(home, { pid: process.pid, startedAt: new Date().toISOString(), together: options.together, control: control.control });
    closers.push(() => clearState(home));

    await checkPorts(config.port);
    writeConfigOf(home, config);
    const keys = makeSecrets(home);
    makeRegistry(home, config.port, await makeNamingKeys(home, signal), keys, new Date());
    signal.throwIfAborted();

    tell({ zh: '启动 PostgreSQL……', en: 'Starting PostgreSQL …' });
    const server = await openServer(home);
    closers.push(server.stop);
    await makeDatabases(home, server.adminUrl);
    await prepareCounty(home, config, tell, signal);

    const runner = supervisor.open();
    closers.push(() => runner.close());
    closers.push(async () => {
      for (const { name } of PROCESSES.toReversed()) await runner.stop(name);
    });
    for (const entry of PROCESSES) {
      signal.throwIfAborted();
      if (entry.imports !== undefined) await importRecords(home, entry, environmentOf(entry, home, config.port), tell, signal);
      await supervisor.start(entry);
    }
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

function createSupervisor({ home, config, together, tell, onEnd }: OpenHouseOptions) {
  let runner: Runner | undefined;
  const open = (): Runner => {
    const onLost = (name: string) =>
      tell({
        zh: `⚠ ${name} 意外退出。日志在 ${home.logs}；重新启动：aidgraph start ${name}`,
        en: `⚠ ${name} ended by itself. Its log is in ${home.logs}; start it again: aidgraph start ${name}`,
      });
    runner = together ? togetherInOne({ logs: home.logs, onLost }) : separateProcesses({ logs: home.logs, onLost });
    return runner;
  };
  const start = async (entry: HouseProcess) => {
    if (!runner || runner.isRunning(entry.name)) return;
    await runner.start(entry, environmentOf(entry, home, config.port));
  };
  const status = (): ProcessStatus[] =>
    PROCESSES.map(({ name, offset }) => ({ name, port: config.port + offset, running: runner?.isRunning(name) ?? false }));
  const answer = async (request: ControlRequest): Promise<readonly ProcessStatus[]> => {
    if (request.ask === 'END') setImmediate(onEnd);
    if (request.ask === 'START' || request.ask === 'STOP') {
      const entry = processNamed(request.name);
      if (!entry) throw new CommandError({ zh: `没有名为 ${request.name} 的进程。`, en: `There is no process named ${request.name}.` });
      if (request.ask === 'START') await start(entry);
      else await runner?.stop(entry.name);
    }
    return status();
  };
  return { open, start, answer };
}
