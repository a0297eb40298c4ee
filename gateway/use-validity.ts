import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError, getOperationAST, getVariableValues, OperationTypeNode } from 'graphql';
import { ERRORS, Refusal } from '../schema/errors.js';

const MOST_ERRORS = 5;

/**
 * The operation and its variables fit the public schema. graphql-js explains a misfit by quoting values and suggesting
 * names; the asker is told only where in their own text it is. Refuses OPERATION_NOT_VALID.
 */
export const useValidity = (): GatewayPlugin => ({
  onValidate() {
    return ({ result, setResult }) => {
      if (result.length > 0) setResult(result.slice(0, MOST_ERRORS).map(withoutWords));
    };
  },
  onExecute({ args: { document, operationName, schema, variableValues } }) {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) throw new Refusal('OPERATION_NOT_VALID', 'not one query');
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], (variableValues ?? {}) as Record<string, unknown>, {
      maxErrors: 1,
    });
    if (errors) throw new Refusal('OPERATION_NOT_VALID', 'variables');
  },
  onSubscribe() {
    throw new Refusal('OPERATION_NOT_VALID', 'subscription');
  },
});

function withoutWords(error: unknown): GraphQLError {
  const nodes = error instanceof GraphQLError ? error.nodes : undefined;
  return new GraphQLError(ERRORS.OPERATION_NOT_VALID.message, { ...(nodes ? { nodes } : {}), extensions: { code: 'OPERATION_NOT_VALID' } });
}
