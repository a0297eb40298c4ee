import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { freePort } from '../postgres/free-port.js';
import { findHome, type Home } from './paths.js';
import { claimState, clearState, type HouseState, isAlive, readState } from './state.js';

let folder: string;
let home: Home;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aidgraph-home-'));
  home = findHome({ AIDGRAPH_HOME: folder });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const stateOf = (pid: number, port: number): HouseState => ({
  pid,
  startedAt: '2026-01-01T00:00:00.000Z',
  together: false,
  control: { port, token: 'word' },
});

async function withDoor(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work((server.address() as { port: number }).port);
  } finally {
    server.close();
  }
}

describe('state of the house', () => {
  test('a running house is found, by its owner only, and refuses a second one', () =>
    withDoor(async (port) => {
      await claimState(home, stateOf(process.pid, port));
      expect((await readState(home))?.control.port).toBe(port);
      expect(statSync(home.state).mode & 0o777).toBe(0o600);
      await expect(claimState(home, stateOf(process.pid, port))).rejects.toThrow(/running already/);
      clearState(home);
      expect(await readState(home)).toBeUndefined();
    }));

  test('what a killed supervisor left is cleared away', async () => {
    const dead = 2 ** 22 - 1;
    expect(isAlive(dead)).toBe(false);
    await claimState(home, stateOf(dead, await freePort()));
    expect(await readState(home)).toBeUndefined();
    expect(existsSync(home.state)).toBe(false);
  });

  test('a process id given to another program since is not a running house', async () => {
    await claimState(home, stateOf(process.pid, await freePort()));
    expect(await readState(home)).toBeUndefined();
  });

  test('a damaged file says what to do', async () => {
    writeFileSync(home.state, '{');
    await expect(readState(home)).rejects.toThrow(/damaged.*aidgraph reset/);
  });
});
