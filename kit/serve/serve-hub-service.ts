import type { GraphQLSchema } from 'graphql';
import type { App } from '../../runtime/app.js';
import { readBody } from '../../runtime/read-body.js';
import { type Trace, traced } from '../../runtime/tracing.js';
import { Refusal } from '../../schema/errors.js';
import type { Asking } from '../asking.js';
import { type Question, readQuestion } from '../resolve/question.js';
import { ReplayWindow } from '../verify/replay-window.js';
import { createRequestVerifier } from '../verify/verify-request.js';
import { createGraphQLServer } from './graphql-server.js';
import { answerResponse, createHandler, type Routes } from './http.js';
import type { ServiceOptions } from './service-options.js';
import { traceSubRequest } from './trace-sub-request.js';

const BODY_LIMIT = 4 * 1024 * 1024;

/** What one of the hub's own subgraphs brings. It holds no person's data, so nothing of it is decided on. */
export interface HubService<C extends object> {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** Context of one sub-request's resolvers. @throws Refusal. */
  context(asking: Asking, question: Question): C;
  /** Further routes: `METHOD /path`. */
  readonly routes?: Routes;
  ready?(): Promise<boolean>;
  close?(): Promise<void>;
}

/** Serves a subgraph of the hub: verify → not replayed → execute → answer. */
export async function createHubServiceApp<C extends object>(service: HubService<C>, options: ServiceOptions): Promise<App> {
  const verify = createRequestVerifier({ ...options, audience: service.name, statementKey: options.secrets.key('statement.key') });
  const graphql = await createGraphQLServer<C>(service.schema, options.log);
  const seen = new ReplayWindow();
  const tracing = await options.tracing?.(service.name);

  async function ask(request: Request): Promise<Response> {
    const since = Date.now();
    const body = await readBody(request, BODY_LIMIT);
    if (!body) throw new Refusal('BODY_TOO_LARGE');
    const asking = await verify(request.headers, body);
    return traceSubRequest(tracing, asking, since, (trace) => answer(asking, body, trace));
  }

  async function answer(asking: Asking, body: Uint8Array, trace: Trace | undefined): Promise<Response> {
    const question = readQuestion(body);
    if (!seen.admit(asking.statement.jti, asking.now)) throw new Refusal('STATEMENT_REPLAYED');
    const executed = await traced(trace, 'execute', () => graphql.execute(question, service.context(asking, question)));
    return answerResponse(executed, { jti: asking.statement.jti, lines: [], asOf: null, policyVersion: null });
  }

  return {
    handle: createHandler({ 'POST /graphql': ask, ...service.routes }, options.log),
    ready: async () => (await service.ready?.()) ?? true,
    close: async () => {
      await graphql.stop();
      await service.close?.();
      await tracing?.close();
    },
  };
}
