import 'reflect-metadata';
import { ConsentReplica } from '../../../kit/consent/consent-replica.js';
import { loadPolicy } from '../../../kit/decide/policy.js';
import { reportLines } from '../../../kit/enforce/report.js';
import { RequestDecisions } from '../../../kit/enforce/request-decisions.js';
import { createSelectionReader } from '../../../kit/enforce/selected-fields.js';
import { openKeys } from '../../../kit/resolve/open-keys.js';
import { readQuestion } from '../../../kit/resolve/question.js';
import { buildFederatedSchema, buildPolicedSchema } from '../../../kit/serve/build-policed-schema.js';
import { createGraphQLServer } from '../../../kit/serve/graphql-server.js';
import { answerResponse, createHandler } from '../../../kit/serve/http.js';
import { readServiceOptions } from '../../../kit/serve/read-service-options.js';
import { createRequestVerifier } from '../../../kit/verify/verify-request.js';
import type { App } from '../../../runtime/app.js';
import type { Logger } from '../../../runtime/log.js';
import { readBody } from '../../../runtime/read-body.js';
import { rememberBriefly } from '../../../runtime/remember-briefly.js';
import { runProcess } from '../../../runtime/run-process.js';
import { Refusal } from '../../../schema/errors.js';
import { definitionOf } from '../definitions.js';

const BODY_LIMIT = 1024 * 1024;

/**
 * An agency's subgraph made of the kit's own pieces, without the record; with AIDGRAPH_BENCH_POLICY=off also without
 * decisions, wrappers and report. The product has no switch for either, so this process is put together here.
 */
async function start(environment: NodeJS.ProcessEnv, log: Logger): Promise<App> {
  const options = readServiceOptions(environment, log);
  const { secrets } = options;
  const definition = await definitionOf(environment);
  const policed = environment.AIDGRAPH_BENCH_POLICY === 'on';
  const { schema, policies } = await (policed ? buildPolicedSchema(definition) : buildFederatedSchema(definition));
  const policy = loadPolicy(definition.policy);
  const data = await definition.open(secrets.text('database-url'));
  const replica = new ConsentReplica(data.pool);
  const graphql = await createGraphQLServer<object>(schema, log);
  const selected = createSelectionReader(schema);
  const verify = createRequestVerifier({ ...options, audience: definition.name, statementKey: secrets.key('statement.key') });
  const readAsOf = rememberBriefly(() => data.asOf(), 1_000);
  const sealKey = secrets.key('seal.key');
  const pseudonymKey = secrets.key('pseudonym.key');
  const onUnreadable = (error: unknown) => log.error({ err: error }, 'grants could not be read');

  async function ask(request: Request): Promise<Response> {
    const body = await readBody(request, BODY_LIMIT);
    if (!body) throw new Refusal('BODY_TOO_LARGE');
    const asking = await verify(request.headers, body);
    const question = readQuestion(body);
    const refs = openKeys(question, definition.keyField, asking, sealKey);
    const asOf = await readAsOf();
    const report = { jti: asking.statement.jti, lines: [], asOf, policyVersion: policy.version };
    if (!policed) {
      const loaders = data.createLoaders(async () => undefined);
      const context = { asking, refs, asOf, loaders, decideFor: async () => undefined, pseudonym: (id: string) => id };
      return answerResponse(await graphql.execute(question, context), report);
    }
    const decisions = new RequestDecisions({ policy, replica, pseudonymKey, onUnreadable }, asking, asOf);
    await decisions.decideFor([...refs.values()]);
    const lines = reportLines(definition.name, selected(question.query, question.document), policies, new Set(refs.values()), decisions);
    const decideFor = (others: readonly string[]) => decisions.decideFor(others);
    const pseudonym = (id: string) => decisions.pseudonym(id);
    const context = { asking, decisions, refs, asOf, decideFor, pseudonym, loaders: data.createLoaders(decideFor) };
    return answerResponse(await graphql.execute(question, context), { ...report, lines });
  }

  return {
    handle: createHandler({ 'POST /graphql': ask }, log),
    ready: async () => true,
    close: async () => {
      await graphql.stop();
      await data.close();
    },
  };
}

await runProcess('bench-agency', start);
