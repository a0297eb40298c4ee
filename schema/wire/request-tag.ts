import { createHmac } from 'node:crypto';

const derive = (key: Buffer, ...parts: string[]) =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** One subgraph's name for a request. Only holders of the hub's tag key (gateway, linkage, auditor) can relate two of them. */
export const requestTag = (tagKey: Buffer, requestId: string, audience: string): string => derive(tagKey, 'request', audience, requestId);

/** One subgraph's name for an asker's case. */
export const caseHandle = (tagKey: Buffer, organisation: string, caseRef: string, audience: string): string =>
  derive(tagKey, 'case', audience, organisation, caseRef);
