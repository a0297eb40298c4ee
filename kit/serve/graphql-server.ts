import { ApolloServer, type BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../../runtime/log.js';
import { counter } from '../../runtime/metrics.js';
import { ERRORS, type ErrorCode, Refusal } from '../../schema/errors.js';
import type { Question } from '../resolve/question.js';

/** `data` and `errors` of one answer, ready to be sent. */
export interface Executed {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

const failures = counter('aidgraph_resolver_errors_total', 'Errors in resolvers, by code.', ['code']);

/** Runs questions on a subgraph's schema. Errors reach the asker by code only; what happened goes to the log. */
export async function createGraphQLServer<C extends BaseContext>(
  schema: GraphQLSchema,
  log: Logger,
): Promise<{ execute(question: Question, context: C): Promise<Executed>; stop(): Promise<void> }> {
  const server = new ApolloServer<C>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: true,
    logger: { debug() {}, info() {}, warn: () => log.warn('graphql server warning'), error: () => log.error('graphql server error') },
    // Cache control would instrument every field of every answer; nothing here may be cached.
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginCacheControlDisabled()],
    formatError: (formatted, error) => {
      const original = (error as { originalError?: unknown }).originalError ?? error;
      const code = codeOf(original, formatted.extensions?.code);
      failures.inc({ code });
      if (code === 'INTERNAL') log.error({ err: original }, 'resolver failed');
      return { message: ERRORS[code].message, ...(formatted.path ? { path: formatted.path } : {}), extensions: { code } };
    },
  });
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return {
    execute: async ({ query, variables, operationName }, contextValue) => {
      const { body } = await server.executeOperation({ query, variables, ...(operationName ? { operationName } : {}) }, { contextValue });
      if (body.kind !== 'single') throw new Refusal('OPERATION_NOT_VALID', 'incremental delivery');
      const { data, errors } = body.singleResult;
      return { ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}) };
    },
    stop: () => server.stop(),
  };
}

function codeOf(error: unknown, code: unknown): ErrorCode {
  if (error instanceof Refusal) return error.code;
  return code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED' || code === 'BAD_USER_INPUT'
    ? 'OPERATION_NOT_VALID'
    : 'INTERNAL';
}
