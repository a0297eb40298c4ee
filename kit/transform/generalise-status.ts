import { STATUS_CLASSES, STATUS_GROUPS } from '../../schema/vocabulary/status-classes.js';
import { isCode } from '../../schema/vocabulary/term.js';

/** GENERALISE_STATUS: the group of a recognised status; a group stays, every other text is OTHER_STATUS. */
export function generaliseStatus(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (isCode(STATUS_GROUPS, value)) return value;
  return isCode(STATUS_CLASSES, value) ? STATUS_CLASSES[value].group : 'OTHER_STATUS';
}
