import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Names under which personal data or secrets could travel: their values are never written. */
const REDACTED = [
  'ref',
  'refs',
  'person',
  'persons',
  'idNumber',
  'name',
  'token',
  'proof',
  'authorization',
  'dpop',
  'variables',
  'body',
  'query',
  'err.detail',
  'err.parameters',
];

/**
 * The structured log of one process: JSON lines on standard error. Messages are constants; what varies goes into
 * fields, and fields that could hold personal data are redacted.
 */
export function createLog(process: string, level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: { process },
    redact: {
      paths: REDACTED.flatMap((field) => [field, `*.${field}`].filter((path) => !path.startsWith('*.err.'))),
      censor: '[redacted]',
    },
    // An error's message may quote a value (PostgreSQL does), so only its kind, code and stack frames are written.
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options, pino.destination(2));
}

function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const code = (error as { code?: unknown }).code;
  return { kind: error.name, ...(typeof code === 'string' ? { code } : {}), frames: frames.map((line) => line.trim()) };
}
