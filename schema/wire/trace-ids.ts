import { createHash } from 'node:crypto';

/** Names of one span, as OpenTelemetry writes them: 32 and 16 hexadecimal digits. */
export interface TraceIds {
  readonly traceId: string;
  readonly spanId: string;
}

/**
 * The names a subgraph gives its own trace of one sub-request: from its own tag of the request and its statement's `jti`, so
 * that nothing has to travel for it. Two subgraphs' names have nothing in common; the gateway, which made tag and `jti`, can
 * compute both and link them (docs/decisions/0024-every-subgraph-traces-for-itself.md).
 */
export const traceIdsOf = (statement: { readonly tag: string; readonly jti: string }): TraceIds => ({
  traceId: digest('trace', statement.tag).slice(0, 32),
  spanId: digest('span', statement.jti).slice(0, 16),
});

const digest = (kind: string, text: string): string => createHash('sha256').update(`aidgraph:v1:${kind}:${text}`).digest('hex');
