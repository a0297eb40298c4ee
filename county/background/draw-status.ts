import type { Random } from '../random.js';
import { STATUS_SHARE, type Status } from '../rates.js';

/** Whether a household, or one of it, holds a status. */
export function drawStatus(random: Random): Status | undefined {
  let left = random.unit();
  for (const [status, share] of Object.entries(STATUS_SHARE) as [Status, number][]) {
    left -= share;
    if (left < 0) return status;
  }
  return undefined;
}
