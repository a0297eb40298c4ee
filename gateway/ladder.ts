import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { Logger } from '../runtime/log.js';
import type { RegistryView } from '../schema/registry/read-registry.js';
import type { createTokenVerifier } from '../schema/wire/access-token.js';
import type { OperationRecorder } from './operation-recorder.js';
import type { ReplayGuard } from './replay-guard.js';
import { useAnswer } from './use-answer.js';
import { useAuthenticate } from './use-authenticate.js';
import { useClose } from './use-close.js';
import { useForm } from './use-form.js';
import { useLimits } from './use-limits.js';
import { useMatch } from './use-match.js';
import { useOpen } from './use-open.js';
import { usePermute } from './use-permute.js';
import { usePurpose } from './use-purpose.js';
import { useRawIdentifier } from './use-raw-identifier.js';
import { useRequestId } from './use-request-id.js';
import { useStatement } from './use-statement.js';
import { useValidity } from './use-validity.js';

/** What the steps are made from. */
export interface LadderOptions {
  readonly registry: RegistryView;
  readonly verifyToken: ReturnType<typeof createTokenVerifier>;
  readonly replays: ReplayGuard;
  readonly recorder: OperationRecorder;
  /** Addresses by subgraph; those the supergraph names are not used. */
  readonly subgraphs: ReadonlyMap<string, string>;
  /** Statement keys by subgraph. */
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly tagKey: Buffer;
  readonly fetch: typeof fetch;
  /** Time for one sub-request, in milliseconds. */
  readonly patience: number;
  readonly now: () => Date;
  readonly log: Logger;
}

/** One step of the ladder: its name in gateway/README.md, why it stands where it does, and its plugin. */
export interface Step {
  readonly name: string;
  readonly why: string;
  readonly plugin: (options: LadderOptions) => GatewayPlugin;
}

/** The steps of every request, in order. */
export const LADDER: readonly Step[] = [
  { name: 'request-id', why: 'First: every refusal below has a number in the log.', plugin: useRequestId },
  {
    name: 'authenticate',
    why: 'Before anything else of the request is looked at: a stranger costs us two signatures and no body.',
    plugin: useAuthenticate,
  },
  { name: 'purpose', why: 'After authenticate, which says whose purposes count; before the body is looked at.', plugin: usePurpose },
  {
    name: 'raw-identifier',
    why: 'Before the first parser: a number that is parsed can be cached, quoted in an error, or sent on.',
    plugin: useRawIdentifier,
  },
  {
    name: 'form',
    why: 'After raw-identifier, which needs no form; gives later steps the question from the bytes the proof covers.',
    plugin: useForm,
  },
  { name: 'limits', why: 'Before validity: validating an operation without bounds is itself the attack.', plugin: useLimits },
  { name: 'validity', why: 'Before open: what cannot be planned is not an operation.', plugin: useValidity },
  {
    name: 'open',
    why: 'Before the first fetch, and durable: an answer of an agency without an opened operation is an alarm.',
    plugin: useOpen,
  },
  { name: 'permute', why: 'Before statement: the statement covers the order that travels.', plugin: usePermute },
  { name: 'statement', why: 'Last to touch a sub-request: it covers the exact bytes.', plugin: useStatement },
  { name: 'match', why: 'First to see an answer after statement: nothing of an answer to another statement is used.', plugin: useMatch },
  { name: 'close', why: 'After all answers, before answer, and durable: what is not closed is not released.', plugin: useClose },
  { name: 'answer', why: 'Last: nothing is added after what it lets through.', plugin: useAnswer },
];
