import { createHash } from 'node:crypto';
import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { parse } from 'graphql';
import type { Logger } from '../runtime/log.js';
import { ConfigurationError } from '../runtime/read-config.js';
import type { Secrets } from '../runtime/secrets.js';
import type { Tracing } from '../runtime/tracing.js';
import type { RegistryView } from '../schema/registry/read-registry.js';
import type { createTokenVerifier } from '../schema/wire/access-token.js';
import type { RuntimeOptions } from './create-runtime.js';
import type { Journey } from './journey.js';
import { LADDER } from './ladder.js';
import { createOperationRecorder } from './operation-recorder.js';
import type { ReplayGuard } from './replay-guard.js';
import { subgraphNames } from './subgraph-names.js';
import { useSubRequestSpans, withSpan } from './use-tracing.js';

/** What the gateway serves until it is given another: three things that must fit each other. */
export interface Served {
  readonly registry: RegistryView;
  /** The supergraph's SDL; the addresses in it are not used. */
  readonly supergraph: string;
  /** Addresses by subgraph, the ledger among them. */
  readonly subgraphs: ReadonlyMap<string, string>;
}

/** What outlives one edition. */
export interface EditionParts {
  readonly secrets: Secrets;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly log: Logger;
  /** Time for one sub-request, in milliseconds. */
  readonly patience: number;
  /** Shared by all editions: a proof used at one is used at all. */
  readonly replays: ReplayGuard;
  readonly verifyToken: ReturnType<typeof createTokenVerifier>;
  /** Where spans go; without it nothing is traced. */
  readonly tracing?: Tracing | undefined;
  readonly engine: (options: RuntimeOptions) => GatewayRuntime;
}

/** One supergraph with everything that was made for it. */
export interface Edition {
  readonly served: Served;
  /** Short name of the supergraph: 12 characters of its SHA-256. */
  readonly version: string;
  /** Takes one request up the ladder; counted until it settles. */
  handle(request: Request, journey: Journey): Promise<Response>;
  /** Lets requests under way end, then frees what it holds. Nothing is handled afterwards. */
  retire(): Promise<void>;
}

/** The name a supergraph has in log and metrics. */
export const versionOf = (supergraph: string): string => createHash('sha256').update(supergraph).digest('base64url').slice(0, 12);

/**
 * Makes an edition, ready to answer.
 *
 * @throws ConfigurationError naming every subgraph without address, key or entry in the registry; Error when the supergraph
 * cannot be used.
 */
export async function openEdition(served: Served, parts: EditionParts): Promise<Edition> {
  const { registry, supergraph, subgraphs } = served;
  const names = [...new Set([...subgraphNames(parse(supergraph)), 'ledger'])];
  const keys = readKeys(names, served, parts.secrets);
  const recorder = createOperationRecorder({
    ...parts,
    ledger: subgraphs.get('ledger') as string,
    key: keys.get('ledger') as Buffer,
  });
  const ladder = { ...parts, registry, subgraphs, recorder, keys, tagKey: parts.secrets.key('tag.key') };
  const steps = LADDER.map(({ name, plugin }) => (parts.tracing ? withSpan(name, plugin(ladder)) : plugin(ladder)));
  const runtime = parts.engine({ supergraph, plugins: parts.tracing ? [...steps, useSubRequestSpans(ladder)] : steps });
  try {
    await runtime.getSchema();
  } catch (error) {
    await runtime.dispose();
    throw error;
  }

  const underWay = new Set<Promise<Response>>();
  return {
    served,
    version: versionOf(supergraph),
    handle: async (request, journey) => {
      const answering = Promise.resolve(runtime.handleRequest(request, { journey } as never));
      underWay.add(answering);
      try {
        return await answering;
      } finally {
        underWay.delete(answering);
      }
    },
    retire: async () => {
      await Promise.allSettled(underWay);
      await runtime.dispose();
    },
  };
}

function readKeys(names: readonly string[], { registry, subgraphs }: Served, secrets: Secrets): Map<string, Buffer> {
  const problems: string[] = [];
  const keys = new Map<string, Buffer>();
  const registered = new Set(registry.organisations.map(({ subgraph }) => subgraph?.name));
  for (const name of names) {
    if (!subgraphs.has(name)) problems.push(`the address of subgraph ${name} is not set`);
    if (!registered.has(name)) problems.push(`subgraph ${name} is not in the registry (version ${registry.version})`);
    try {
      keys.set(name, secrets.key(`statement-${name}.key`));
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems);
  return keys;
}
