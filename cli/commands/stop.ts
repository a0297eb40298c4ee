import { isAlive, readState } from '../home/state.js';
import { askSupervisor } from '../house/control.js';
import { CommandError } from '../language.js';
import { stopPostgres } from '../postgres/start-postgres.js';
import type { Command } from './command.js';

/** Longest the whole house may take to end, in milliseconds. */
const PATIENCE = 60_000;

/** `stop`: ends the house, PostgreSQL last. `stop NAME`: ends one process of it. */
export const stop: Command = async ({ home, tell, words }) => {
  const [name] = words;
  const state = await readState(home);
  if (name !== undefined) {
    if (!state) throw new CommandError({ zh: '尚未运行。', en: 'It is not running.' });
    await askSupervisor(state, { ask: 'STOP', name });
    tell({ zh: `${name} 已停止；恢复：aidgraph start ${name}`, en: `${name} is stopped; start it again: aidgraph start ${name}` });
    return 0;
  }
  if (state) {
    await askSupervisor(state, { ask: 'END' });
    const deadline = Date.now() + PATIENCE;
    while (isAlive(state.pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
    if (isAlive(state.pid)) {
      throw new CommandError({ zh: `主进程 (pid ${state.pid}) 没有结束。`, en: `The supervisor (pid ${state.pid}) did not end.` });
    }
  }
  // A supervisor that was killed leaves PostgreSQL running.
  const left = await stopPostgres(home.postgres);
  tell(state || left ? { zh: '已结束。', en: 'Ended.' } : { zh: '没有在运行。', en: 'Nothing was running.' });
  return 0;
};
