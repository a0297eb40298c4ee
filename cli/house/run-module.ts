import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../language.js';

/** The folder that holds `cli/` and every other part, compiled. */
export const PARTS = join(import.meta.dirname, '..', '..');

/** Path of a module of another part. @throws CommandError when it is not built. */
export function modulePath(module: string): string {
  const path = join(PARTS, module);
  if (existsSync(path)) return path;
  throw new CommandError({ zh: `缺少 ${module}：请先运行 npm run build。`, en: `${module} is not there: run \`npm run build\` first.` });
}

/** Variables of ours never pass from one process to another by chance. */
export function cleanEnvironment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('AIDGRAPH_') || name === 'AIDGRAPH_LOG_LEVEL');
  return { ...Object.fromEntries(own), ...added };
}

/**
 * Runs a program of another part to its end.
 *
 * @returns what it wrote to standard output
 * @throws CommandError with the end of what it wrote to standard error.
 */
export function runModule(
  module: string,
  args: readonly string[],
  options: {
    readonly signal: AbortSignal;
    readonly environment?: Readonly<Record<string, string>>;
    readonly onError?: (text: string) => void;
    /** Told what the program sends through a channel of its own. */
    readonly onMessage?: (message: unknown) => void;
  },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [modulePath(module), ...args], {
      env: cleanEnvironment(options.environment),
      stdio: ['ignore', 'pipe', 'pipe', ...(options.onMessage ? (['ipc'] as const) : [])],
      signal: options.signal,
    });
    let output = '';
    let errors = '';
    if (options.onMessage) child.on('message', options.onMessage);
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8');
      options.onError?.(chunk.toString('utf8'));
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else {
        const words = errors.trim().split('\n').slice(-8).join('\n');
        reject(new CommandError({ zh: `${module} 未能完成：\n${words}`, en: `${module} did not succeed:\n${words}` }));
      }
    });
  });
}
