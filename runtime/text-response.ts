import { Response as LeanResponse } from '@whatwg-node/fetch';

/**
 * A Response whose body is text or bytes that are there already. Node's own makes a web stream of it, which costs more
 * than the rest of a small answer.
 */
export function textResponse(body: string | Uint8Array | null, init: ResponseInit): Response {
  const response = new LeanResponse(body as BodyInit | null, init) as unknown as Response;
  bodies.set(response, body);
  return response;
}

const bodies = new WeakMap<Response, string | Uint8Array | null>();

/** The body a response was made of by textResponse; undefined for any other response. */
export const bodyOf = (response: Response): string | Uint8Array | null | undefined => bodies.get(response);
