import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { traced } from '../runtime/tracing.js';
import { requestTag } from '../schema/wire/request-tag.js';
import { traceIdsOf } from '../schema/wire/trace-ids.js';
import { admitted, journeyOf } from './journey.js';
import type { Step } from './ladder.js';
import { subRequestOf } from './use-statement.js';

/** Steps that wait for somebody; what the others take shows as the gap between these. */
const WAITING: ReadonlySet<string> = new Set(['authenticate', 'open', 'close']);

/** A step's plugin, its work inside a span of the question's trace when it is one that waits. */
export function withSpan(name: Step['name'], plugin: GatewayPlugin): GatewayPlugin {
  if (!WAITING.has(name)) return plugin;
  const { onRequest, onExecute } = plugin;
  return {
    ...plugin,
    ...(onRequest && {
      onRequest: (payload) => traced(journeyOf(payload.serverContext).trace, name, () => onRequest(payload)),
    }),
    ...(onExecute && {
      onExecute: async (payload) => {
        const { trace } = journeyOf(payload.args.contextValue);
        // A step that works when all answers are there says so by what it returns.
        if (name !== 'close') return traced(trace, name, () => onExecute(payload));
        const hooks = await onExecute(payload);
        const done = hooks && 'onExecuteDone' in hooks ? hooks.onExecuteDone : undefined;
        return done ? { ...hooks, onExecuteDone: (result: never) => traced(trace, name, () => done(result)) } : hooks;
      },
    }),
  } as GatewayPlugin;
}

/**
 * A span for every sub-request, linked to the subgraph's own trace of it. Nothing travels: the link is computed from the tag
 * and `jti` that subgraph has anyway, and stands at the hub alone. Comes after all steps, so that an answer was matched.
 */
export const useSubRequestSpans = (options: { readonly tagKey: Buffer }): GatewayPlugin => ({
  onSubgraphExecute({ subgraphName: source, executionRequest }) {
    const { trace, requestId, answers } = admitted(executionRequest.context);
    const sub = subRequestOf(executionRequest);
    if (!trace || !sub) return undefined;
    const link = traceIdsOf({ tag: requestTag(options.tagKey, requestId, source), jti: sub.jti });
    const span = trace.child('sub-request', { attributes: { source }, link });
    return () => span.end({ answered: String(answers.some(({ jti, answered }) => jti === sub.jti && answered)) });
  },
});
