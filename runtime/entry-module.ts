import { realpathSync } from 'node:fs';

/** Whether a module is the one Node was started with, and not imported by another (`--together`, tests). */
export function isEntryModule(filename: string): boolean {
  const [, started] = process.argv;
  return started !== undefined && realpathSync(started) === realpathSync(filename);
}
