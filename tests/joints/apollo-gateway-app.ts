import { randomUUID } from 'node:crypto';
import { ApolloGateway, type GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { GraphQLError, parse } from 'graphql';
import type { GatewayOptions } from '../../gateway/app.js';
import { disclosureReport } from '../../gateway/disclosure-report.js';
import { fetchSource } from '../../gateway/fetch-source.js';
import { admitted, type Journey } from '../../gateway/journey.js';
import { publicErrors } from '../../gateway/public-errors.js';
import { readSubgraphReport } from '../../gateway/read-subgraph-report.js';
import { createReplayGuard } from '../../gateway/replay-guard.js';
import { createSubRequestSigner } from '../../gateway/sign-sub-request.js';
import { subgraphNames } from '../../gateway/subgraph-names.js';
import { useAuthenticate } from '../../gateway/use-authenticate.js';
import { useForm } from '../../gateway/use-form.js';
import { usePurpose } from '../../gateway/use-purpose.js';
import { useRequestId } from '../../gateway/use-request-id.js';
import type { App } from '../../runtime/app.js';
import { ERRORS, type ErrorCode } from '../../schema/errors.js';
import { createTokenVerifier } from '../../schema/wire/access-token.js';

const PATIENCE = 60_000;

interface Context {
  readonly journey: Journey;
}

/**
 * Stock `@apollo/gateway` behind the door's own steps of admission: its planner and executor, with a data source that
 * signs, sends and matches with the product's functions. It bounds nothing and writes no operation: it answers the same
 * questions, and is no door.
 */
export async function createApolloGatewayApp(options: Omit<GatewayOptions, 'engine'>): Promise<App> {
  const { secrets, subgraphs } = options;
  const names = subgraphNames(parse(options.supergraph));
  const keys = new Map(names.map((name) => [name, secrets.key(`statement-${name}.key`)]));
  const sign = createSubRequestSigner({ ...options, keys, tagKey: secrets.key('tag.key') });
  const verifyToken = createTokenVerifier(options.registry, options);
  const admission = [useRequestId(), useAuthenticate({ ...options, verifyToken, replays: createReplayGuard() }), usePurpose(), useForm()];

  const source = (name: string) => ({
    process: async ({ request, context }: GraphQLDataSourceProcessOptions<Context>) => {
      const journey = admitted(context);
      const jti = randomUUID();
      const body = JSON.stringify({ query: request.query, variables: request.variables });
      const unanswered = () => {
        journey.answers.push({ source: name, jti, answered: false, lines: [], asOf: null });
        return { errors: [codeError('SOURCE_UNAVAILABLE')] };
      };
      try {
        const address = new URL('/graphql', subgraphs.get(name)).href;
        const headers = sign(journey, { audience: name, jti }, body);
        const response = await fetchSource(
          address,
          { method: 'POST', headers, body },
          { ...options, deadline: journey.deadline, patience: PATIENCE },
        );
        const { data, errors, extensions } = JSON.parse(await response.text());
        const report = readSubgraphReport(extensions?.aidgraph, name);
        if (report?.jti !== jti) return unanswered();
        journey.answers.push({ source: name, jti, answered: true, lines: report.lines, asOf: report.asOf });
        return { data, ...(errors ? { errors } : {}) };
      } catch {
        return unanswered();
      }
    },
  });
  const gateway = new ApolloGateway({ supergraphSdl: options.supergraph, buildService: ({ name }) => source(name) as never });
  const server = new ApolloServer<Context>({ gateway: gateway as never, includeStacktraceInErrorResponses: false });
  await server.start();

  return {
    handle: async (request) => {
      const journey: Journey = { deadline: AbortSignal.timeout(PATIENCE), answers: [] };
      const url = new URL(request.url);
      for (const step of admission) await step.onRequest?.({ request, url, serverContext: { journey } } as never);
      const { query, variables, operationName } = journey.question as NonNullable<Journey['question']>;
      const { body } = await server.executeOperation(
        { query, variables: { ...variables }, ...(operationName ? { operationName } : {}) },
        { contextValue: { journey } },
      );
      if (body.kind !== 'single') throw new Error('one result was expected');
      const { data, errors: found } = body.singleResult;
      const errors = publicErrors({ data, errors: found?.map(withCode) } as never, () => {});
      const disclosure = disclosureReport(journey.requestId as string, admitted({ journey }).admission.proof.purpose, journey.answers);
      return Response.json({ data: data ?? null, ...(errors.length > 0 ? { errors } : {}), extensions: { disclosure } });
    },
    ready: async () => true,
    close: () => server.stop(),
  };
}

const codeError = (code: ErrorCode): GraphQLError => new GraphQLError(ERRORS[code].message, { extensions: { code } });

/** Formatted errors are plain objects; the gateway's own reading of codes takes GraphQLErrors. */
const withCode = ({ message, path, extensions }: { message: string; path?: readonly (string | number)[]; extensions?: object }) =>
  new GraphQLError(message, { ...(path ? { path } : {}), ...(extensions ? { extensions: { ...extensions } } : {}) });
