import type { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { DocumentNode } from 'graphql';

/** What makes planner and executor of a supergraph. */
export type GraphHandler = typeof unifiedGraphHandler;
type Executor = NonNullable<Awaited<ReturnType<GraphHandler>>['executor']>;

/**
 * The handler, but what could not be planned is planned again. The engine plans a document for all who ask it, under the first one's
 * signal, and keeps what became of it: when that one hangs up, nobody after could ask the same.
 */
export const planAgain =
  (handler: GraphHandler): GraphHandler =>
  async (options) => {
    const made = await handler(options);
    const engine = made.executor as Executor;
    /** The engine keeps plans by document: a copy is another try. */
    const copies = new WeakMap<DocumentNode, DocumentNode>();
    const executor = (async (request) => {
      const { document } = request;
      const current = () => copies.get(document) ?? document;
      const tried = current();
      try {
        return await engine({ ...request, document: tried });
      } catch (error) {
        // Whoever waited for the same plan takes the same copy.
        if (current() === tried) copies.set(document, { ...document });
        if (request.signal?.aborted) throw error;
        return engine({ ...request, document: current() });
      }
    }) as Executor;
    return { ...made, executor };
  };
