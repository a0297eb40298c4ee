import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Ticks of `/proc/<pid>/stat` per second: fixed at 100 for user space on every Linux we run on. */
const TICKS = 100;

/** CPU seconds a process used so far, with those of its children that have ended where the system tells (Linux). 0 when it is gone. */
export function cpuSeconds(pid: number): number {
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name, may hold blanks and parentheses; utime, stime, cutime, cstime are the 14th to 17th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  } catch {
    return 0;
  }
}

function fromPs(pid: number): number {
  try {
    // [[days-]hours:]minutes:seconds.hundredths
    const parts = execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/[-:]/)
      .map(Number);
    const factors = [1, 60, 3_600, 86_400];
    return parts.reverse().reduce((sum, part, at) => sum + part * (factors[at] as number), 0);
  } catch {
    return 0;
  }
}
