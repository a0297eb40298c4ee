import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import { rememberedBy } from '../runtime/remembered-by.js';
import { ERRORS, Refusal } from '../schema/errors.js';
import { admitted } from './journey.js';
import { measureOperation } from './measure-operation.js';

/** What one operation may ask for. */
export const LIMITS = {
  /** Of the document's text: parsers and planners remember hundreds of documents whole. */
  characters: 32_768,
  tokens: 2_000,
  depth: 12,
  introspectionDepth: 20,
  aliases: 30,
  fields: 500,
  /** Fields times persons: 200 persons with 100 fields each. */
  cost: 20_000,
} as const;

/**
 * Bounds an operation before it is validated: validation itself is quadratic in what these limits bound. Refuses
 * OPERATION_TOO_COMPLEX, and OPERATION_NOT_VALID for text that is no GraphQL.
 */
export function useLimits(): GatewayPlugin {
  const measureOf = rememberedBy(measureOperation);

  return {
    onRequest({ serverContext }) {
      if ((admitted(serverContext).question?.query.length ?? 0) > LIMITS.characters) throw new Refusal('OPERATION_TOO_COMPLEX');
    },
    onParse({ context, parseFn, setParseFn }) {
      setParseFn((source: string, options: object) => parseFn(source, { ...options, maxTokens: LIMITS.tokens }));
      return ({ result }) => {
        if (result instanceof Error || result === null) throw syntaxError(result);
        const measure = measureOf(result);
        const within =
          measure.depth <= LIMITS.depth &&
          measure.introspectionDepth <= LIMITS.introspectionDepth &&
          measure.aliases <= LIMITS.aliases &&
          measure.fields <= LIMITS.fields &&
          measure.fields * Math.max(1, measure.longestList, longestList(admitted(context).question?.variables)) <= LIMITS.cost;
        // The executor answers introspection apart, from the schema alone.
        if (measure.mixed) throw new Refusal('OPERATION_NOT_VALID', 'introspection beside data');
        if (!within) throw new Refusal('OPERATION_TOO_COMPLEX');
      };
    },
  };
}

/** graphql-js says only in its message that the tokens were too many. */
function syntaxError(error: unknown): Error {
  if (error instanceof GraphQLError && error.message.includes(`${LIMITS.tokens} tokens`)) return new Refusal('OPERATION_TOO_COMPLEX');
  const where =
    error instanceof GraphQLError && error.source && error.positions ? { source: error.source, positions: error.positions } : {};
  return new GraphQLError(ERRORS.OPERATION_NOT_VALID.message, { ...where, extensions: { code: 'OPERATION_NOT_VALID' } });
}

/** Nothing that may be asked nests its variables; what is nested without end is as good as endless. */
function longestList(value: unknown, levels: number = LIMITS.depth): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return Infinity;
  const items: unknown[] = Object.values(value);
  return items.reduce<number>((longest, item) => Math.max(longest, longestList(item, levels - 1)), Array.isArray(value) ? items.length : 0);
}
