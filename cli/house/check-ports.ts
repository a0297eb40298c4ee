import { CommandError } from '../language.js';
import { isFree } from '../postgres/free-port.js';
import { PROCESSES } from './processes.js';

/** Children of a supervisor that was killed need a moment to end, in milliseconds. */
const PATIENCE = 5_000;

/** Checks that every port the house needs is free. @throws CommandError naming all that are not. */
export async function checkPorts(gatewayPort: number): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  let taken = await takenPorts(gatewayPort);
  while (taken.length > 0 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    taken = await takenPorts(gatewayPort);
  }
  if (taken.length === 0) return;
  const list = taken.map(({ name, port }) => `${port} (${name})`).join(', ');
  throw new CommandError({
    zh: `端口已被占用：${list}。请结束占用它们的程序，或换一组端口：aidgraph start --port ${gatewayPort + 1000}`,
    en: `These ports are taken: ${list}. End what holds them, or move the whole house: aidgraph start --port ${gatewayPort + 1000}`,
  });
}

/** The ports of the house that something else holds. */
export async function takenPorts(gatewayPort: number): Promise<{ name: string; port: number }[]> {
  const all = await Promise.all(
    PROCESSES.map(async ({ name, offset }) => ({ name, port: gatewayPort + offset, free: await isFree(gatewayPort + offset) })),
  );
  return all.filter(({ free }) => !free).map(({ name, port }) => ({ name, port }));
}
