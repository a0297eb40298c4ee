import type { App } from '../../runtime/app.js';
import { readBody } from '../../runtime/read-body.js';
import { rememberBriefly } from '../../runtime/remember-briefly.js';
import { type Trace, traced } from '../../runtime/tracing.js';
import { Refusal } from '../../schema/errors.js';
import type { AgencyContext, AgencyData, AgencyDefinition } from '../agency.js';
import type { Asking } from '../asking.js';
import { receiveConsentMessage } from '../consent/consent-endpoint.js';
import { ConsentReplica } from '../consent/consent-replica.js';
import { loadPolicy } from '../decide/policy.js';
import { reportLines } from '../enforce/report.js';
import { RequestDecisions } from '../enforce/request-decisions.js';
import { createSelectionReader } from '../enforce/selected-fields.js';
import { disclosureEntry } from '../record/disclosure-entry.js';
import { createEvidenceSealer } from '../record/evidence.js';
import { GroupRecorder } from '../record/group-recorder.js';
import { openKeys } from '../resolve/open-keys.js';
import { readQuestion } from '../resolve/question.js';
import { KIT_UPGRADE } from '../tables.js';
import { createRequestVerifier } from '../verify/verify-request.js';
import { buildPolicedSchema, type PolicedSchema } from './build-policed-schema.js';
import { createGraphQLServer } from './graphql-server.js';
import { answerResponse, createHandler } from './http.js';
import type { ServiceOptions } from './service-options.js';
import { traceSubRequest } from './trace-sub-request.js';

const BODY_LIMIT = 1024 * 1024;
/** Consent may change while an answer is made; it is then made again, so many times. */
const ATTEMPTS = 3;
/** `asOf` moves with imports, hours apart; told this much late it only claims less. In milliseconds. */
const AS_OF_MEMORY = 1_000;

/** The context of one sub-request's resolvers: what an agency sees of it, and what enforcement and the kit need. */
interface Context<L> extends AgencyContext<L> {
  readonly decisions: RequestDecisions;
  readonly refs: ReadonlyMap<string, string>;
}

/**
 * An agency's policed subgraph: verify → open keys → decide → report → execute (resolve, transform) → record → answer.
 *
 * @throws Error when the policy, the schema or the database cannot be used: the agency then does not start.
 */
export async function createAgencyApp<L>(definition: AgencyDefinition<L>, options: ServiceOptions): Promise<App> {
  return serveAgency(definition, await buildPolicedSchema(definition), options);
}

/** Serves a schema that is policed already. */
export async function serveAgency<L>(
  definition: AgencyDefinition<L>,
  { schema, policies }: PolicedSchema,
  options: ServiceOptions,
): Promise<App> {
  const { secrets, registry, log, now } = options;
  const policy = loadPolicy(
    definition.policy,
    registry.organisations.map(({ id }) => id),
  );
  const data = await definition.open(secrets.text('database-url'));
  await data.pool.query(KIT_UPGRADE);
  const replica = new ConsentReplica(data.pool);
  await replica.take();
  const graphql = await createGraphQLServer<Context<L>>(schema, log);
  const recorder = new GroupRecorder(data.pool);
  const tracing = await options.tracing?.(definition.name);
  const evidence = createEvidenceSealer(registry.auditor);
  await data.pool.query('INSERT INTO evidence_key (id, auditor_key_id, sealed) VALUES ($1, $2, $3)', [
    evidence.keyId,
    evidence.auditorKeyId,
    evidence.sealedKey,
  ]);

  const selected = createSelectionReader(schema);
  const readAsOf = rememberBriefly(() => data.asOf(), AS_OF_MEMORY);
  const verify = createRequestVerifier({ ...options, audience: definition.name, statementKey: secrets.key('statement.key') });
  const sealKey = secrets.key('seal.key');
  const consentKey = secrets.key('consent.key');
  const decisionSources = {
    policy,
    replica,
    pseudonymKey: secrets.key('pseudonym.key'),
    onUnreadable: (error: unknown) => log.error({ err: error }, 'grants could not be read; deciding without them'),
  };

  async function ask(request: Request): Promise<Response> {
    const since = Date.now();
    const body = await readBody(request, BODY_LIMIT);
    if (!body) throw new Refusal('BODY_TOO_LARGE');
    const asking = await verify(request.headers, body);
    return traceSubRequest(tracing, asking, since, (trace) => answer(asking, body, trace));
  }

  async function answer(asking: Asking, body: Uint8Array, trace: Trace | undefined): Promise<Response> {
    const question = readQuestion(body);
    const refs = openKeys(question, definition.keyField, asking, sealKey);
    const asOf = await readAsOf();

    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const decisions = new RequestDecisions(decisionSources, asking, asOf);
      await traced(trace, 'decide', () => decisions.decideFor([...refs.values()]));
      const lines = reportLines(definition.name, selected(question.query, question.document), policies, new Set(refs.values()), decisions);
      const context = contextOf(asking, decisions, refs, asOf, data);
      const executed = await traced(trace, 'execute', () => graphql.execute(question, context));
      const disclosure = {
        jti: asking.statement.jti,
        at: asking.now,
        entry: disclosureEntry(asking, policy.version, lines),
        evidenceKey: evidence.keyId,
        evidence: evidence.seal(`${asking.evidence.token}\n${asking.evidence.proof}`),
        persons: decisions.persons(),
        consent: decisions.consent(),
      };
      const recorded = await traced(trace, 'record', () => recorder.record(disclosure));
      if (recorded === 'REPLAYED') throw new Refusal('STATEMENT_REPLAYED');
      if (recorded === 'RECORDED')
        return answerResponse(executed, { jti: asking.statement.jti, lines, asOf, policyVersion: policy.version });
      await replica.take();
    }
    throw new Refusal('NOT_RECORDED', 'consent kept changing');
  }

  async function receive(request: Request): Promise<Response> {
    const answer = await receiveConsentMessage(request, {
      audience: definition.name,
      key: consentKey,
      sealKey,
      pool: data.pool,
      now: now(),
    });
    await replica.take();
    return answer;
  }

  return {
    handle: createHandler(
      {
        'POST /graphql': ask,
        'POST /consent/events': receive,
      },
      log,
    ),
    ready: () =>
      data.pool.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    close: async () => {
      await graphql.stop();
      await recorder.settled();
      await data.close();
      await tracing?.close();
    },
  };
}

function contextOf<L>(
  asking: Asking,
  decisions: RequestDecisions,
  refs: ReadonlyMap<string, string>,
  asOf: string,
  data: AgencyData<L>,
): Context<L> {
  const decideFor = (others: readonly string[]) => decisions.decideFor(others);
  return { asking, decisions, refs, asOf, decideFor, pseudonym: (id) => decisions.pseudonym(id), loaders: data.createLoaders(decideFor) };
}
