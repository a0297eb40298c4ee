import type { NamingKeys } from '../schema/registry/registry.js';
import type { EnrolmentAnswer, EnrolmentAudience, EnrolmentRequest, Evaluation } from '../schema/wire/enrolment.js';
import { HEADERS } from '../schema/wire/headers.js';
import { formatRef } from '../schema/wire/ref.js';
import { fromBase64url, toBase64url } from './base64url.js';
import { blind, unblind } from './blind.js';
import { EnrolmentError } from './enrolment-error.js';
import type { Group } from './group/group.js';
import type { ResidentId } from './normalise-resident-id.js';

export interface EnrolOptions {
  readonly group: Group;
  /** The own organisation's id in the registry. */
  readonly organisation: string;
  /** Public naming values of the generation to enrol under, from the registry. */
  readonly naming: NamingKeys;
  /** Addresses of the two servers, without path. */
  readonly linkage: string;
  readonly authority: string;
  /** Signs a request's body with the organisation's enrolment key (schema/wire/enrolment-signature.ts). */
  readonly sign: (audience: EnrolmentAudience, body: string) => string | Promise<string>;
  readonly fetch?: typeof fetch;
  /** Persons per request, at most 1000. */
  readonly batchSize?: number;
  /** Requests in flight. */
  readonly concurrency?: number;
  /** Milliseconds one request may take. */
  readonly timeout?: number;
}

const PATHS = { linkage: '/enrol', 'key-authority': '/evaluate' } as const;

/**
 * Makes the organisation's refs of persons, in the order given. ID numbers do not leave the process: servers see
 * blinded points only. Linkage evaluates first, the authority last, so that no value common to all organisations appears.
 *
 * @throws EnrolmentError when a server is away, refuses, or answers anything but valid points under the registry's keys.
 */
export async function enrol(ids: readonly ResidentId[], options: EnrolOptions): Promise<string[]> {
  const { batchSize = 500, concurrency = 2 } = options;
  const batches: ResidentId[][] = [];
  for (let start = 0; start < ids.length; start += batchSize) batches.push(ids.slice(start, start + batchSize));
  const refs: string[][] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < batches.length; at = next++) refs[at] = await enrolBatch(batches[at] as ResidentId[], options);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, batches.length) }, work));
  return refs.flat();
}

async function enrolBatch(ids: readonly ResidentId[], options: EnrolOptions): Promise<string[]> {
  const { group, naming } = options;
  const blinded = ids.map((id) => blind(group, id));
  const tagged = await evaluate(
    'linkage',
    blinded.map(({ element }) => toBase64url(element)),
    [],
    options,
  );
  const evaluated = await evaluate('key-authority', tagged.elements, [tagged.evaluation], options);
  return evaluated.points.map((point, at) => {
    const ref = unblind(group, (blinded[at] as (typeof blinded)[number]).blind, point);
    return formatRef({ generation: naming.generation, point: toBase64url(ref) });
  });
}

async function evaluate(
  service: EnrolmentAudience,
  elements: readonly string[],
  evaluations: readonly Evaluation[],
  options: EnrolOptions,
): Promise<EnrolmentAnswer & { readonly points: readonly Uint8Array[] }> {
  const { organisation, naming, group } = options;
  const request: EnrolmentRequest = { organisation, generation: naming.generation, elements, evaluations };
  const answer = (await post(service, JSON.stringify(request), options)) as Partial<EnrolmentAnswer> | null;
  const key = service === 'linkage' ? naming.linkage[organisation] : naming.authority;
  const wellFormed =
    answer?.generation === naming.generation &&
    Array.isArray(answer.elements) &&
    answer.elements.length === elements.length &&
    key !== undefined &&
    answer.evaluation?.keyId === key.keyId;
  const points = wellFormed ? answer.elements?.map((text) => (typeof text === 'string' ? fromBase64url(text) : undefined)) : undefined;
  const valid = points?.every((point) => point !== undefined && group.isElement(point));
  if (!valid) throw new EnrolmentError(service, 'ANSWER_NOT_VALID');
  return { ...(answer as EnrolmentAnswer), points: points as Uint8Array[] };
}

async function post(service: EnrolmentAudience, body: string, options: EnrolOptions): Promise<unknown> {
  const { fetch: send = fetch, timeout = 30_000 } = options;
  const signature = await options.sign(service, body);
  let response: Response;
  let text: string;
  try {
    response = await send(new URL(PATHS[service], service === 'linkage' ? options.linkage : options.authority), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [HEADERS.enrolment]: signature },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    text = await response.text();
  } catch {
    // The cause names an address.
    throw new EnrolmentError(service, 'UNREACHABLE');
  }
  if (response.ok) return parse(text);
  if (response.status === 502 || response.status === 503 || response.status === 504) throw new EnrolmentError(service, 'UNREACHABLE');
  const code = (parse(text) as { errors?: { extensions?: { code?: unknown } }[] } | null)?.errors?.[0]?.extensions?.code;
  throw new EnrolmentError(service, 'REFUSED', typeof code === 'string' ? code : undefined);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
