import { randomBytes } from 'node:crypto';
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import type { ExecutionResult } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLError, Kind } from 'graphql';
import { rememberedBy } from '../runtime/remembered-by.js';

/** Response key of an `_entities` field → the variable that holds its representations. */
type EntityFields = ReadonlyMap<string, string>;

/**
 * Sends persons to each subgraph in an order of its own, fresh for every sub-request, so that two agencies' logs cannot
 * be joined by position; brings the answer back into the order the planner expects.
 */
export function usePermute(): GatewayPlugin {
  const fieldsOf = rememberedBy(entityFields);

  return {
    onSubgraphExecute({ executionRequest, setExecutionRequest }) {
      const { document, variables } = executionRequest;
      const fields = fieldsOf(document);
      if (fields.size === 0 || !variables) return undefined;
      const orders = new Map<string, readonly number[]>();
      const permuted: Record<string, unknown> = { ...variables };
      for (const name of new Set(fields.values())) {
        const list = permuted[name];
        if (!Array.isArray(list) || list.length < 2) continue;
        const order = shuffledIndexes(list.length);
        orders.set(name, order);
        permuted[name] = order.map((index) => list[index] as unknown);
      }
      if (orders.size === 0) return undefined;
      setExecutionRequest({ ...executionRequest, variables: permuted });
      return ({ result, setResult }) => setResult(restore(result as ExecutionResult, fields, orders));
    },
  };
}

function entityFields(document: DocumentNode): EntityFields {
  const fields = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const node of definition.selectionSet.selections) {
      if (node.kind !== Kind.FIELD || node.name.value !== '_entities') continue;
      const value = node.arguments?.find(({ name }) => name.value === 'representations')?.value;
      if (value?.kind === Kind.VARIABLE) fields.set((node.alias ?? node.name).value, value.name.value);
    }
  }
  return fields;
}

/** A random order of 0 … length−1. */
function shuffledIndexes(length: number): number[] {
  const random = randomBytes(length * 6);
  return Array.from({ length }, (_, index) => ({ index, rank: random.readUIntBE(index * 6, 6) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ index }) => index);
}

/** Item `i` of the answer belongs to the planner's item `order[i]`. */
function restore(result: ExecutionResult, fields: EntityFields, orders: ReadonlyMap<string, readonly number[]>): ExecutionResult {
  const orderOf = (key: unknown) => (typeof key === 'string' ? orders.get(fields.get(key) ?? '') : undefined);
  const data = result.data && { ...result.data };
  for (const key of Object.keys(data ?? {})) {
    const order = orderOf(key);
    const list: unknown = data?.[key];
    if (!order || !Array.isArray(list)) continue;
    const restored = new Array<unknown>(order.length).fill(null);
    for (const [at, index] of order.entries()) restored[index] = list[at] ?? null;
    data[key] = restored;
  }
  const errors = result.errors?.map((error) => relocate(error, orderOf(error.path?.[0])));
  return { ...result, ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}) };
}

function relocate(error: GraphQLError, order: readonly number[] | undefined): GraphQLError {
  const [key, at, ...rest] = error.path ?? [];
  const index = order && typeof at === 'number' ? order[at] : undefined;
  if (key === undefined || index === undefined) return error;
  return Object.defineProperty(error, 'path', { value: [key, index, ...rest] });
}
