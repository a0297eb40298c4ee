import { readConfigOf } from '../home/config.js';
import { readState } from '../home/state.js';
import { takenPorts } from '../house/check-ports.js';
import { askSupervisor } from '../house/control.js';
import type { Check } from './check.js';

/** The ports: free before a start; behind our own processes while the house runs. */
export const checkHouse: Check = async (home) => {
  const { port } = readConfigOf(home);
  const state = await readState(home);
  if (!state) {
    const what = { zh: `端口（从 ${port} 起）`, en: `ports (from ${port})` };
    const taken = await takenPorts(port);
    if (taken.length === 0) return { what };
    const list = taken.map((entry) => `${entry.port} (${entry.name})`).join(', ');
    return {
      what,
      problem: {
        zh: `已被占用：${list}。结束占用者，或 aidgraph start --port ${port + 1000}`,
        en: `taken: ${list}. End what holds them, or: aidgraph start --port ${port + 1000}`,
      },
    };
  }
  const what = { zh: `正在运行 (pid ${state.pid})`, en: `the house runs (pid ${state.pid})` };
  const stopped = (await askSupervisor(state, { ask: 'STATUS' })).filter(({ running }) => !running).map(({ name }) => name);
  if (stopped.length === 0) return { what };
  const list = stopped.join(', ');
  return { what, problem: { zh: `已停止：${list}。aidgraph start 名称`, en: `stopped: ${list}. Start each: aidgraph start NAME` } };
};
