import type { DisclosureReport } from '../schema/wire/disclosure.js';
import { HEADERS } from '../schema/wire/headers.js';
import { prove, type ToProve } from './prove.js';

/** A GraphQL question. */
export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface AskOptions {
  /** Where to post: the gateway's GraphQL address. */
  readonly endpoint: string;
  /** The gateway's public address in proofs, when it is not `endpoint`. */
  readonly audience?: string;
  /** Gives an access token bound to `keyPair`. */
  readonly token: () => string | Promise<string>;
  readonly keyPair: CryptoKeyPair;
  readonly purpose: ToProve['purpose'];
  /** The asker's own name for the case; kept at the hub. */
  readonly caseRef?: string;
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  readonly signal?: AbortSignal;
}

/** One error of an answer, in the words of docs/errors.md. */
export interface AnswerError {
  readonly message: string;
  readonly code: string | undefined;
  readonly remedy: string | undefined;
  readonly path: readonly (string | number)[] | undefined;
}

/** What came back. All three are expected. */
export type Answer<D> =
  | {
      readonly kind: 'ANSWERED';
      readonly data: D;
      readonly errors: readonly AnswerError[];
      readonly disclosure: DisclosureReport | undefined;
    }
  | { readonly kind: 'REFUSED'; readonly status: number; readonly errors: readonly AnswerError[] }
  | { readonly kind: 'UNREACHABLE' };

/**
 * Asks the hub one question, with a fresh token and a fresh proof. Runs in Node and browsers.
 *
 * @throws whatever `options.token` throws; nothing else.
 */
export async function ask<D = Record<string, unknown>>(question: Question, options: AskOptions): Promise<Answer<D>> {
  const { endpoint, keyPair, purpose, fetch: send = fetch } = options;
  const caseRef = options.caseRef === undefined ? undefined : headerText(options.caseRef);
  const token = await options.token();
  const body = JSON.stringify({
    query: question.query,
    variables: question.variables ?? {},
    operationName: question.operationName ?? null,
  });
  const now = options.now?.();
  const { proof, caseSalt } = await prove({
    keyPair,
    token,
    address: options.audience ?? endpoint,
    purpose,
    body,
    ...(caseRef === undefined ? {} : { caseRef }),
    ...(now === undefined ? {} : { now }),
  });
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    [HEADERS.authorization]: `DPoP ${token}`,
    [HEADERS.proof]: proof,
    ...(caseRef === undefined || caseSalt === undefined ? {} : { [HEADERS.caseRef]: caseRef, [HEADERS.caseSalt]: caseSalt }),
  };
  try {
    const response = await send(endpoint, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      ...(options.signal ? { signal: options.signal } : {}),
    });
    return read<D>(response.status, await response.text());
  } catch {
    return { kind: 'UNREACHABLE' };
  }
}

/** A header carries ASCII only: everything else, and `%`, is percent-encoded. The proof's digest covers this text. */
const headerText = (text: string): string => text.replace(/[^!-$&-~]+/gu, encodeURIComponent);

interface WireAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { message?: string; path?: (string | number)[]; extensions?: { code?: string; remedy?: string } }[];
  readonly extensions?: { disclosure?: DisclosureReport };
}

function read<D>(status: number, text: string): Answer<D> {
  let answer: WireAnswer | null;
  try {
    answer = JSON.parse(text) as WireAnswer | null;
  } catch {
    answer = null;
  }
  const errors = (answer?.errors ?? []).map(({ message, path, extensions }) => ({
    message: message ?? '',
    code: extensions?.code,
    remedy: extensions?.remedy,
    path,
  }));
  const answered = status === 200 && answer?.data !== undefined && answer.data !== null;
  if (!answered) return { kind: 'REFUSED', status, errors };
  return { kind: 'ANSWERED', data: answer?.data as D, errors, disclosure: answer?.extensions?.disclosure };
}
