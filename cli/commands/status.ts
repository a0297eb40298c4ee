import type { Term } from '../../schema/vocabulary/term.js';
import { readConfigOf } from '../home/config.js';
import { readState } from '../home/state.js';
import { askSupervisor, type ProcessStatus } from '../house/control.js';
import { PROCESSES, processNamed } from '../house/processes.js';
import { layOut } from '../table/lay-out.js';
import type { Command } from './command.js';

const STATES = {
  READY: { zh: '就绪', en: 'ready' },
  NOT_READY: { zh: '运行，未就绪', en: 'running, not ready' },
  STOPPED: { zh: '已停止', en: 'stopped' },
} as const satisfies Record<string, Term>;

/** `status`: every process, its port, and whether it can answer. Exit code 0 when all can, else 3. */
export const status: Command = async ({ home, language, print, tell }) => {
  const state = await readState(home);
  const { port } = readConfigOf(home);
  const processes: readonly ProcessStatus[] = state
    ? await askSupervisor(state, { ask: 'STATUS' })
    : PROCESSES.map(({ name, offset }) => ({ name, port: port + offset, running: false }));
  const states = await Promise.all(processes.map(stateOf));
  const header = language === 'zh' ? ['进程', '', '端口', '状态'] : ['process', '', 'port', 'state'];
  const rows = processes.map((entry, at) => [
    entry.name,
    processNamed(entry.name)?.title[language] ?? '',
    String(entry.port),
    STATES[states[at] ?? 'STOPPED'][language],
  ]);
  for (const line of layOut([header, ...rows])) print(line);
  if (!state) tell({ zh: '没有在运行。启动：aidgraph start', en: 'It is not running. Start it: aidgraph start' });
  return states.every((entry) => entry === 'READY') ? 0 : 3;
};

async function stateOf({ port, running }: ProcessStatus): Promise<keyof typeof STATES> {
  if (!running) return 'STOPPED';
  try {
    const response = await fetch(`http://127.0.0.1:${port}/ready`, { signal: AbortSignal.timeout(3_000) });
    return response.ok ? 'READY' : 'NOT_READY';
  } catch {
    return 'NOT_READY';
  }
}
