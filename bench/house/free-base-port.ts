import { takenPorts } from '../../cli/house/check-ports.js';

const FIRST = 21_000;
const STEP = 1_000;

/** A gateway port from which `groups` houses, `distance` ports apart, find all their ports free. @throws Error when there is none. */
export async function freeBasePort(groups: number, distance: number): Promise<number> {
  for (let base = FIRST; base < 60_000; base += STEP) {
    const taken = await Promise.all(Array.from({ length: groups }, (_, group) => takenPorts(base + group * distance)));
    if (taken.every((ports) => ports.length === 0)) return base;
  }
  throw new Error('no range of ports is free');
}
