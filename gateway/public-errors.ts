import type { ExecutionResult } from '@graphql-tools/utils';
import { GraphQLError, type SourceLocation } from 'graphql';
import { ERRORS, type ErrorCode, Refusal } from '../schema/errors.js';

/** An error as an asker sees it. */
export interface PublicError {
  readonly message: string;
  /** Where in the asker's own text an operation does not fit. */
  readonly locations?: readonly SourceLocation[];
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: ErrorCode; readonly remedy: string };
}

const MOST_ERRORS = 20;

/**
 * Turns whatever went wrong into registered errors: text and remedy by code, each once, INTERNAL for all that is not
 * expected. A path is followed only as far as the asker's own selection goes.
 *
 * @param unexpected told of every error that is not expected.
 */
export function publicErrors(result: ExecutionResult, unexpected: (error: unknown) => void): PublicError[] {
  const errors = new Map<string, PublicError>();
  for (const error of result.errors ?? []) {
    const code = codeOf(error);
    if (code === undefined) unexpected(error.originalError ?? error);
    const { message, remedy } = ERRORS[code ?? 'INTERNAL'];
    const path = code === 'SOURCE_UNAVAILABLE' ? [] : selectedPath(error.path, result.data);
    const locations = code === 'OPERATION_NOT_VALID' ? error.locations : undefined;
    const entry = {
      message,
      ...(locations ? { locations } : {}),
      ...(path.length > 0 ? { path } : {}),
      extensions: { code: code ?? 'INTERNAL', remedy },
    };
    errors.set(JSON.stringify(entry), entry);
    if (errors.size === MOST_ERRORS) break;
  }
  return [...errors.values()];
}

function codeOf(error: unknown): ErrorCode | undefined {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original instanceof Refusal) return original.code;
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return typeof code === 'string' && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : undefined;
}

function selectedPath(path: readonly (string | number)[] | undefined, data: unknown): (string | number)[] {
  const selected: (string | number)[] = [];
  let value = data;
  for (const key of path ?? []) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    selected.push(key);
    value = (value as Record<string | number, unknown>)[key];
  }
  return selected;
}
