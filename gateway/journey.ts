import type { Trace } from '../runtime/tracing.js';
import type { ErrorCode } from '../schema/errors.js';
import type { Asker } from '../schema/wire/access-token.js';
import type { DisclosureLine, DisclosureReport } from '../schema/wire/disclosure.js';
import type { Proof } from '../schema/wire/proof.js';

/** Who asks and why, as the asker's own token and proof show it. */
export interface Admission {
  readonly asker: Asker;
  readonly proof: Proof;
  /** The `authorization` and `dpop` headers as they came: every subgraph checks them again. */
  readonly evidence: { readonly authorization: string; readonly dpop: string };
  /** The request's bytes, which the proof covers. */
  readonly body: Buffer;
  /** Kept at the hub only. */
  readonly caseRef: string | null;
}

/** The question, read from the bytes the proof covers. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** What came back for one sub-request. */
export interface SourceAnswer {
  /** The subgraph's name. */
  readonly source: string;
  /** The statement's `jti`. */
  readonly jti: string;
  readonly answered: boolean;
  readonly lines: readonly DisclosureLine[];
  readonly asOf: string | null;
}

/** One request on its way through the ladder; every step leaves here what later steps need. */
export interface Journey {
  /** Fires when the time for the whole request is over. */
  readonly deadline: AbortSignal;
  /** The question's trace, where tracing is on. */
  trace?: Trace;
  requestId?: string;
  admission?: Admission;
  question?: Question;
  /** The opening of the operation is durable. */
  opened?: boolean;
  readonly answers: SourceAnswer[];
  /** Set once the closing is durable; nothing is released before. */
  report?: DisclosureReport;
  /** Code of the answer, for the log. */
  code?: ErrorCode | 'ANSWERED';
}

/** The journey a plugin's context belongs to. */
export function journeyOf(context: unknown): Journey {
  const journey = (context as { journey?: Journey } | undefined)?.journey;
  if (!journey) throw new Error('a hook ran outside the ladder');
  return journey;
}

/** The journey of a request that was admitted. @throws Error when a step that admits was left out. */
export function admitted(context: unknown): Journey & Required<Pick<Journey, 'requestId' | 'admission'>> {
  const journey = journeyOf(context);
  if (!journey.admission || journey.requestId === undefined) throw new Error('a request that was not admitted went on');
  return journey as Journey & Required<Pick<Journey, 'requestId' | 'admission'>>;
}
