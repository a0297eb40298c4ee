import { execFileSync } from 'node:child_process';

/** One process of this machine. */
export interface ListedProcess {
  readonly pid: number;
  readonly command: string;
}

/** The processes a process started that still run. */
export function childrenOf(parent: number): ListedProcess[] {
  const list = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 });
  return list.split('\n').flatMap((line) => {
    const [, pid, ppid, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(ppid) === parent ? [{ pid: Number(pid), command: command as string }] : [];
  });
}
