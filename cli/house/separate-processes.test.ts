import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { isAlive } from '../home/state.js';
import type { HouseProcess } from './processes.js';
import { PARTS } from './run-module.js';
import { separateProcesses } from './separate-processes.js';

let logs: string;
beforeEach(() => {
  logs = mkdtempSync(join(tmpdir(), 'aidgraph-house-'));
});
afterEach(() => rmSync(logs, { recursive: true, force: true }));

/** A process that does what `code` says once it has told that it listens. */
function entry(name: string, code: string): HouseProcess {
  const path = join(logs, `${name}.mjs`);
  writeFileSync(path, code);
  return { name, title: { zh: name, en: name }, module: relative(PARTS, path), offset: 0 };
}

const LISTENS = `
  process.send({ listening: 1, });
  process.stderr.write(process.pid + ' ' + process.env.AIDGRAPH_PORT + ' ' + (process.env.AIDGRAPH_STRAY ?? 'none'));
  process.on('SIGTERM', () => process.exit(0));
  setInterval(() => {}, 1000);`;

async function eventually(done: () => boolean): Promise<void> {
  for (let tries = 0; !done() && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(done()).toBe(true);
}

describe('a process of the house', () => {
  test('is started with its own environment only, and is gone when stopped', async () => {
    process.env.AIDGRAPH_STRAY = 'secret';
    const lost: string[] = [];
    const runner = separateProcesses({ logs, onLost: (name) => lost.push(name) });
    await runner.start(entry('good', LISTENS), { AIDGRAPH_PORT: '4711' });
    delete process.env.AIDGRAPH_STRAY;
    expect(runner.isRunning('good')).toBe(true);
    const log = () => readFileSync(join(logs, 'good.log'), 'utf8');
    await eventually(() => log() !== '');
    const [pid, port, stray] = log().split(' ');
    expect([port, stray]).toEqual(['4711', 'none']);
    await runner.stop('good');
    expect(runner.isRunning('good')).toBe(false);
    expect(isAlive(Number(pid))).toBe(false);
    expect(lost).toEqual([]);
  });

  test('that ends at its start is named with its log and its own words', async () => {
    const runner = separateProcesses({ logs, onLost: () => {} });
    const bad = entry('bad', `process.stderr.write('{"level":30}\\nbad: seal.key cannot be read\\n'); process.exit(1);`);
    await expect(runner.start(bad, {})).rejects.toMatchObject({
      term: { en: expect.stringMatching(/^bad did not start.*bad\.log\nbad: seal\.key cannot be read$/) },
    });
    expect(runner.isRunning('bad')).toBe(false);
  });

  test('that ends by itself later is told', async () => {
    const lost: string[] = [];
    const runner = separateProcesses({ logs, onLost: (name) => lost.push(name) });
    await runner.start(entry('frail', 'process.send({ listening: 1 }); setTimeout(() => process.exit(3), 100);'), {});
    await eventually(() => lost.length === 1);
    expect(lost).toEqual(['frail']);
  });

  test('that is not built says so', async () => {
    const runner = separateProcesses({ logs, onLost: () => {} });
    const missing: HouseProcess = { name: 'none', title: { zh: '', en: '' }, module: 'nowhere/main.js', offset: 0 };
    await expect(runner.start(missing, {})).rejects.toThrow(/npm run build/);
  });
});
