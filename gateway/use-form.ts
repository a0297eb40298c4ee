import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { Refusal } from '../schema/errors.js';
import { admitted, type Question } from './journey.js';

const MEDIA_TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i;
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * One door: POST of one question in JSON and UTF-8, not encoded further, nothing in the address. Refuses
 * METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, MALFORMED_REQUEST.
 */
export const useForm = (): GatewayPlugin => ({
  onRequest({ request, url, serverContext }) {
    const journey = admitted(serverContext);
    if (request.method !== 'POST') throw new Refusal('METHOD_NOT_ALLOWED');
    const encoding = request.headers.get('content-encoding') ?? 'identity';
    if (encoding !== 'identity' || !MEDIA_TYPE.test(request.headers.get('content-type') ?? '')) throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
    if (url.search !== '') throw new Refusal('MALFORMED_REQUEST', 'address');
    journey.question = readQuestion(journey.admission.body);
  },
  onRequestParse({ serverContext, setRequestParser }) {
    const { question } = admitted(serverContext);
    if (!question) throw new Error('a request went on without its question');
    // What is answered is what was read from the bytes the proof covers, whatever other parsers make of the request.
    setRequestParser(() => ({
      query: question.query,
      variables: { ...question.variables },
      ...(question.operationName === undefined ? {} : { operationName: question.operationName }),
    }));
  },
});

/** `extensions` is refused with all other members: planners and executors take addresses and headers from it. */
function readQuestion(body: Buffer): Question {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(body));
  } catch {
    throw new Refusal('MALFORMED_REQUEST', 'JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('MALFORMED_REQUEST', 'not one question');
  const { query, variables, operationName, ...rest } = value as Record<string, unknown>;
  const formed =
    Object.keys(rest).length === 0 &&
    typeof query === 'string' &&
    (variables == null || (typeof variables === 'object' && !Array.isArray(variables))) &&
    (operationName == null || typeof operationName === 'string');
  if (!formed) throw new Refusal('MALFORMED_REQUEST', 'members');
  return { query, variables: (variables ?? {}) as Record<string, unknown>, operationName: operationName || undefined };
}
