import type { ExecutionResult } from '@graphql-tools/utils';
import { GraphQLError } from 'graphql';

/**
 * Reads a subgraph's answer as far as it is one: `data` as it came, of `errors` those that are objects, with their codes and
 * with paths that can be paths; nothing of their words.
 *
 * @throws Error for text that is no JSON object.
 */
export function readAnswer(text: string): ExecutionResult {
  const answer: unknown = JSON.parse(text);
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw new Error('answer not acceptable');
  const { data, errors, extensions } = answer as ExecutionResult;
  const known = Array.isArray(errors) ? errors.flatMap(readError) : [];
  return { data, extensions, ...(known.length > 0 ? { errors: known } : {}) } as ExecutionResult;
}

function readError(value: unknown): GraphQLError[] {
  if (typeof value !== 'object' || value === null) return [];
  const { path, extensions } = value as { path?: unknown; extensions?: { code?: unknown } | null };
  const steps = Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number') ? path : undefined;
  return [new GraphQLError('', { ...(steps ? { path: steps } : {}), extensions: { code: extensions?.code } })];
}
