import { rmSync, writeFileSync } from 'node:fs';
import { CommandError } from '../language.js';
import { isFree } from '../postgres/free-port.js';
import { readJson } from './files.js';
import type { Home } from './paths.js';

/** The running house, as another terminal finds it. */
export interface HouseState {
  /** Process id of the supervisor. */
  readonly pid: number;
  readonly startedAt: string;
  readonly together: boolean;
  /** The supervisor's control door on the loopback address, and the word that opens it. */
  readonly control: { readonly port: number; readonly token: string };
}

/** Notes that a house runs. @throws CommandError when another one of this home does. */
export async function claimState(home: Home, state: HouseState): Promise<void> {
  const other = await readState(home);
  if (other) {
    throw new CommandError({
      zh: `已在运行（pid ${other.pid}）。查看：aidgraph status；结束：aidgraph stop`,
      en: `It is running already (pid ${other.pid}). See \`aidgraph status\`; end it with \`aidgraph stop\`.`,
    });
  }
  writeFileSync(home.state, JSON.stringify(state), { mode: 0o600, flag: 'wx' });
}

/** Removes the state when its house has ended. */
export const clearState = (home: Home): void => rmSync(home.state, { force: true });

/** The running house. @returns undefined when none runs; what a killed supervisor left is cleared away. */
export async function readState(home: Home): Promise<HouseState | undefined> {
  const state = readJson<HouseState>(home.state);
  if (!state) return undefined;
  // Another program may have been given the same process id since, but then nothing stands behind the door.
  if (isAlive(state.pid) && !(await isFree(state.control.port))) return state;
  clearState(home);
  return undefined;
}

/** Whether a process of this id lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
