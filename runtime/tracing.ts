/** What a span may say, each with the form its values must have. Nothing else is written: no text, no variable, no name of a person. */
export const TRACE_ATTRIBUTES = {
  /** Purpose and code of the answer: words of closed vocabularies. */
  purpose: /^[A-Z][A-Z_]{1,40}$/,
  code: /^[A-Z][A-Z_]{1,40}$/,
  /** Client and subgraph: names of the registry. */
  client: /^[a-z][a-z0-9-]{1,40}$/,
  source: /^[a-z][a-z0-9-]{1,40}$/,
  answered: /^(true|false)$/,
  /** At the hub only: its number of the request, the asker's receipt. */
  request: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  /** Version of the supergraph. */
  supergraph: /^[\w-]{12}$/,
} as const;

/** What is said of one span. */
export type TraceAttributes = Partial<Readonly<Record<keyof typeof TRACE_ATTRIBUTES, string>>>;

/** Names of one span: 32 and 16 hexadecimal digits. */
interface Ids {
  readonly traceId: string;
  readonly spanId: string;
}

/** One span that is under way. */
export interface Trace {
  /** Begins a span below this one. */
  child(name: string, options?: SpanOptions): Trace;
  end(attributes?: TraceAttributes): void;
}

/** How a span begins. */
export interface SpanOptions {
  readonly attributes?: TraceAttributes;
  /** When it began, in milliseconds since 1970; now when not given. */
  readonly since?: number;
  /** A span of another trace that answers this one. */
  readonly link?: Ids;
}

/** Where one service's spans go. */
export interface Tracing {
  /** Begins a trace of its own; `ids` gives its names. */
  begin(name: string, options?: SpanOptions & { readonly ids?: Ids }): Trace;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Runs one step of a trace, as a span when there is a trace. What is thrown goes on and leaves no word in the span. */
export function traced<T>(trace: Trace | undefined, name: string, work: () => T | Promise<T>): T | Promise<T> {
  return trace ? inSpan(trace.child(name), work) : work();
}

async function inSpan<T>(span: Trace, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    span.end();
  }
}
