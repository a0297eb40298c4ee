import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import { parse } from 'graphql';
import type { App } from '../runtime/app.js';
import type { Logger } from '../runtime/log.js';
import { counter, histogram } from '../runtime/metrics.js';
import { ConfigurationError } from '../runtime/read-config.js';
import type { Secrets } from '../runtime/secrets.js';
import { Refusal, refusalResponse } from '../schema/errors.js';
import type { RegistryView } from '../schema/registry/read-registry.js';
import { createRuntime, type RuntimeOptions } from './create-runtime.js';
import { developmentRoutes } from './development/routes.js';
import type { Journey } from './journey.js';
import { LADDER } from './ladder.js';
import { createOperationRecorder } from './operation-recorder.js';
import { sealResponse } from './seal-response.js';
import { subgraphNames } from './subgraph-names.js';
import { withinDeadline } from './within-deadline.js';

/** What a gateway is made from. */
export interface GatewayOptions {
  readonly registry: RegistryView;
  /** The supergraph's SDL; the addresses in it are not used. */
  readonly supergraph: string;
  /** Addresses by subgraph, the ledger among them. */
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly secrets: Secrets;
  readonly development: boolean;
  /** All that the gateway sends goes through this. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly log: Logger;
  /** Time from admission to last byte, in milliseconds. */
  readonly deadline?: number;
  /** Another engine than the product's, to compare the two. */
  readonly engine?: (options: RuntimeOptions) => GatewayRuntime;
}

const DEADLINE = 10_000;
/** Share of the deadline one source may use: linkage, an agency and casework answer one after the other. */
const PATIENCE = 0.4;
const requests = counter('aidgraph_gateway_requests_total', 'Requests, by the code of their answer.', ['code']);
const durations = histogram('aidgraph_gateway_request_seconds', 'Time from admission to answer.');

/**
 * Opens the door of the hub.
 *
 * @throws ConfigurationError naming every subgraph without address; Error when the supergraph cannot be used.
 */
export async function createGatewayApp(options: GatewayOptions): Promise<App> {
  const { secrets, subgraphs, log } = options;
  const names = [...new Set([...subgraphNames(parse(options.supergraph)), 'ledger'])];
  const missing = names.filter((name) => !subgraphs.has(name));
  if (missing.length > 0) throw new ConfigurationError(missing.map((name) => `the address of subgraph ${name} is not set`));
  const keys = new Map(names.map((name) => [name, secrets.key(`statement-${name}.key`)]));
  const recorder = createOperationRecorder({
    ...options,
    ledger: subgraphs.get('ledger') as string,
    key: keys.get('ledger') as Buffer,
  });
  const deadline = options.deadline ?? DEADLINE;
  const parts = { ...options, recorder, keys, tagKey: secrets.key('tag.key'), patience: deadline * PATIENCE };
  const runtime = (options.engine ?? createRuntime)({ ...options, plugins: LADDER.map(({ plugin }) => plugin(parts)) });
  await runtime.getSchema();

  const development = options.development ? developmentRoutes(options) : undefined;
  const underWay = new Set<Promise<Response>>();

  async function answer(request: Request): Promise<Response> {
    const started = performance.now();
    const controller = new AbortController();
    const journey: Journey = { deadline: controller.signal, answers: [] };
    let response: Response;
    let check: string | undefined;
    try {
      response = await withinDeadline(deadline, controller, () => runtime.handleRequest(request, { journey } as never));
    } catch (error) {
      journey.code = error instanceof Refusal ? error.code : 'INTERNAL';
      if (error instanceof Refusal) check = error.detail;
      else log.error({ err: error, requestId: journey.requestId }, 'request failed');
      response = refusalResponse(journey.code);
    }
    report(journey, (performance.now() - started) / 1000, check);
    return sealResponse(response, journey.requestId);
  }

  function report({ code = 'INTERNAL', requestId, admission }: Journey, seconds: number, check: string | undefined): void {
    requests.inc({ code });
    durations.observe(seconds);
    const asked = { client: admission?.asker.client.id, purpose: admission?.proof.purpose };
    const fields = { requestId, code, check, ms: Math.round(seconds * 1000), ...asked };
    if (code === 'ANSWERED') log.info(fields, 'answered');
    else log.warn(fields, 'refused');
  }

  return {
    handle: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname !== '/graphql') return (await development?.(request)) ?? sealResponse(new Response(null, { status: 404 }));
      const answering = answer(request);
      underWay.add(answering);
      try {
        return await answering;
      } finally {
        underWay.delete(answering);
      }
    },
    ready: async () => true,
    close: async () => {
      await Promise.allSettled(underWay);
      await runtime.dispose();
    },
  };
}
