import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type ExecutionResult, isAsyncIterable } from '@graphql-tools/utils';
import { type DocumentNode, GraphQLError } from 'graphql';
import type { Logger } from '../runtime/log.js';
import { rememberedBy } from '../runtime/remembered-by.js';
import { ERRORS, type ErrorCode } from '../schema/errors.js';
import { admitted } from './journey.js';
import { onlyAsked } from './only-asked.js';
import { readSubgraphReport } from './read-subgraph-report.js';
import { subRequestOf } from './use-statement.js';

/** What a subgraph may tell the asker about their own question. Anything else it says of itself stays at the hub. */
const FOR_ASKERS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'REF_NOT_VALID',
  'GENERATION_UNKNOWN',
  'TOO_MANY_PERSONS',
  'PURPOSE_NOT_REGISTERED',
]);

/**
 * An answer counts only when it names the statement it answers, and as far as it was asked for: one made for another asker
 * or another sub-request is treated as none, and a key that was not selected is dropped. Errors go on by code alone, so no
 * text of another process reaches an asker.
 */
export function useMatch(options: { readonly log: Logger }): GatewayPlugin {
  const selectionOf = rememberedBy((document: DocumentNode) => onlyAsked(document));

  return {
    onSubgraphExecute({ subgraphName: source, executionRequest }) {
      const journey = admitted(executionRequest.context);
      const sub = subRequestOf(executionRequest);
      return ({ result, setResult }) => {
        const answer = isAsyncIterable(result) ? undefined : (result as ExecutionResult);
        const report = sub && readSubgraphReport(answer?.extensions?.aidgraph, source);
        if (!sub || !answer || report?.jti !== sub.jti) {
          options.log.warn({ requestId: journey.requestId, source, check: report ? 'jti' : 'report' }, 'source did not answer');
          journey.answers.push({ source, jti: sub?.jti ?? '', answered: false, lines: [], asOf: null });
          setResult({ data: null, errors: [publicError('SOURCE_UNAVAILABLE')] } as ExecutionResult);
          return;
        }
        journey.answers.push({ source, jti: sub.jti, answered: true, lines: report.lines, asOf: report.asOf });
        const errors = answer.errors?.map((error) => {
          const code = codeOf(error);
          if (code === 'INTERNAL') options.log.error({ requestId: journey.requestId, source }, 'source failed in part');
          return publicError(code, error.path);
        });
        const data = selectionOf(executionRequest.document)(answer.data ?? null);
        setResult({ data, ...(errors?.length ? { errors } : {}) } as ExecutionResult);
      };
    },
  };
}

function codeOf(error: GraphQLError): ErrorCode {
  const code = error.extensions?.code as ErrorCode;
  return FOR_ASKERS.has(code) ? code : 'INTERNAL';
}

const publicError = (code: ErrorCode, path?: readonly (string | number)[]): GraphQLError =>
  new GraphQLError(ERRORS[code].message, { ...(path ? { path } : {}), extensions: { code } });
