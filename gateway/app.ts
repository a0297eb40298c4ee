import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import type { App } from '../runtime/app.js';
import type { Logger } from '../runtime/log.js';
import { counter, histogram } from '../runtime/metrics.js';
import { ConfigurationError } from '../runtime/read-config.js';
import type { Secrets } from '../runtime/secrets.js';
import type { Tracing } from '../runtime/tracing.js';
import { Refusal, refusalResponse } from '../schema/errors.js';
import { createTokenVerifier } from '../schema/wire/access-token.js';
import { createRuntime, type RuntimeOptions } from './create-runtime.js';
import { developmentRoutes } from './development/routes.js';
import { type Edition, openEdition, type Served } from './edition.js';
import type { Journey } from './journey.js';
import { createReplayGuard } from './replay-guard.js';
import { sealResponse } from './seal-response.js';
import { withinDeadline } from './within-deadline.js';

/** What a gateway is made from. */
export interface GatewayOptions extends Served {
  readonly secrets: Secrets;
  readonly development: boolean;
  /** All that the gateway sends goes through this. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly log: Logger;
  /** Time from admission to last byte, in milliseconds. */
  readonly deadline?: number;
  /** Opens the gateway's tracing; undefined when it is off. */
  readonly tracing?: (service: string) => Promise<Tracing | undefined>;
  /** Another engine than the product's, to compare the two. */
  readonly engine?: (options: RuntimeOptions) => GatewayRuntime;
}

/** A gateway that can be given another supergraph while it serves. */
export interface GatewayApp extends App {
  /** The supergraph that is served now (gateway/edition.ts). */
  version(): string;
  /**
   * Serves something else from now on: requests under way end where they began, new ones go to the new. When it throws,
   * nothing has changed.
   *
   * @throws ConfigurationError or Error, as createGatewayApp does; also for an older registry than the one in use.
   */
  take(served: Served): Promise<void>;
}

const DEADLINE = 10_000;
/** Share of the deadline one source may use: linkage, an agency and casework answer one after the other. */
const PATIENCE = 0.4;
const requests = counter('aidgraph_gateway_requests_total', 'Requests, by the code of their answer and the supergraph that served them.', [
  'code',
  'supergraph',
]);
const durations = histogram('aidgraph_gateway_request_seconds', 'Time from admission to answer.');

/**
 * Opens the door of the hub.
 *
 * @throws ConfigurationError naming every subgraph without address or key; Error when the supergraph cannot be used.
 */
export async function createGatewayApp(options: GatewayOptions): Promise<GatewayApp> {
  const { log } = options;
  const deadline = options.deadline ?? DEADLINE;
  const tracing = await options.tracing?.('gateway');
  const fixed = {
    ...options,
    tracing,
    patience: deadline * PATIENCE,
    replays: createReplayGuard(),
    engine: options.engine ?? createRuntime,
  };
  const open = async (served: Served, verifyToken = createTokenVerifier(served.registry, options)) => ({
    ...(await openEdition(served, { ...fixed, verifyToken })),
    verifyToken,
    development: options.development ? developmentRoutes({ registry: served.registry, fetch: options.fetch }) : undefined,
  });
  let current = await open(options);
  let taking: Promise<void> = Promise.resolve();
  const retiring = new Set<Promise<void>>();

  async function take(served: Served): Promise<void> {
    const { registry } = current.served;
    if (served.registry.version < registry.version)
      throw new ConfigurationError([
        `the registry is older (version ${served.registry.version}) than the one in use (${registry.version})`,
      ]);
    // With the same registry the same tokens are good, and the issuer need not be asked for its keys again.
    const next = await open(served, served.registry.version === registry.version ? current.verifyToken : undefined);
    const before = current;
    current = next;
    retire(before);
  }

  function retire(edition: Edition): void {
    const ended = edition.retire().catch((error: unknown) => log.error({ err: error }, 'a supergraph was not put away'));
    retiring.add(ended);
    void ended.finally(() => retiring.delete(ended));
  }

  async function answer(request: Request): Promise<Response> {
    const started = performance.now();
    const controller = new AbortController();
    const trace = tracing?.begin('question');
    const journey: Journey = { deadline: controller.signal, answers: [], ...(trace ? { trace } : {}) };
    const edition = current;
    let response: Response;
    let check: string | undefined;
    try {
      response = await withinDeadline(deadline, controller, () => edition.handle(request, journey));
    } catch (error) {
      journey.code = error instanceof Refusal ? error.code : 'INTERNAL';
      if (error instanceof Refusal) check = error.detail;
      else log.error({ err: error, requestId: journey.requestId }, 'request failed');
      response = refusalResponse(journey.code);
    }
    report(journey, edition, (performance.now() - started) / 1000, check);
    return sealResponse(response, journey.requestId);
  }

  function report(
    { code = 'INTERNAL', requestId, admission, trace }: Journey,
    { version }: Edition,
    seconds: number,
    check?: string,
  ): void {
    requests.inc({ code, supergraph: version });
    durations.observe(seconds);
    const asked = { client: admission?.asker.client.id, purpose: admission?.proof.purpose };
    trace?.end({
      code,
      supergraph: version,
      ...(requestId === undefined ? {} : { request: requestId }),
      ...(admission ? { client: admission.asker.client.id, purpose: admission.proof.purpose } : {}),
    });
    const fields = { requestId, code, check, ms: Math.round(seconds * 1000), supergraph: version, ...asked };
    if (code === 'ANSWERED') log.info(fields, 'answered');
    else log.warn(fields, 'refused');
  }

  return {
    version: () => current.version,
    take: (served) => {
      const taken = taking.then(() => take(served));
      taking = taken.catch(() => {});
      return taken;
    },
    handle: async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/graphql') return answer(request);
      return (await current.development?.(request)) ?? sealResponse(new Response(null, { status: 404 }));
    },
    ready: async () => true,
    close: async () => {
      await taking;
      retire(current);
      await Promise.all(retiring);
      await tracing?.close();
    },
  };
}
