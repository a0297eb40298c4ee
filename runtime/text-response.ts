import { Response as LeanResponse } from '@whatwg-node/fetch';

/**
 * A Response whose body is text or bytes that are there already. Node's own makes a web stream of it, which costs more
 * than the rest of a small answer.
 */
export const textResponse = (body: string | Uint8Array | null, init: ResponseInit): Response =>
  new LeanResponse(body as BodyInit | null, init) as unknown as Response;
