import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { CommandError } from '../language.js';
import { cleanEnvironment } from './run-module.js';

/** Longest a process may take to end after SIGTERM, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Starts a module as a child of its own process group (Ctrl-C is the supervisor's alone) with its output in `log`. When
 * this process dies the channel to the child closes, and the child ends.
 */
export function startChild(module: string, log: string, environment: Readonly<Record<string, string>> = {}): ChildProcess {
  const output = openSync(log, 'a', 0o600);
  try {
    return fork(module, [], {
      env: cleanEnvironment(environment),
      execArgv: [],
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
  } finally {
    closeSync(output);
  }
}

/** Ends a child: SIGTERM, and SIGKILL when it does not listen. Resolves when it is gone. */
export function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** What to tell of a process that did not start: its own last words that are not log lines, and where its log is. */
export function startFailure(name: string, log: string, from: number): CommandError {
  const written = readFileSync(log).subarray(from).toString('utf8').trim().split('\n');
  const words = written
    .filter((line) => line.trim() !== '' && !line.startsWith('{'))
    .slice(-8)
    .join('\n');
  const zh = `${name} 未能启动。日志：${log}`;
  const en = `${name} did not start. Its log: ${log}`;
  return new CommandError({ zh: words ? `${zh}\n${words}` : zh, en: words ? `${en}\n${words}` : en });
}
