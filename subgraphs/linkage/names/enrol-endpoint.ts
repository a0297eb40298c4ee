import { setImmediate } from 'node:timers/promises';
import { fromBase64url, toBase64url } from '../../../client/base64url.js';
import { sodiumGroup } from '../../../client/group/sodium-group.js';
import type { Logger } from '../../../runtime/log.js';
import { counter } from '../../../runtime/metrics.js';
import { readBody } from '../../../runtime/read-body.js';
import { Refusal } from '../../../schema/errors.js';
import type { RegistryView } from '../../../schema/registry/read-registry.js';
import type { EnrolmentAnswer } from '../../../schema/wire/enrolment.js';
import { HEADERS } from '../../../schema/wire/headers.js';
import { readEnrolment } from '../../../schema/wire/read-enrolment.js';
import type { TaggingKeys } from './tagging-keys.js';

/** Room for 1000 elements and the rest of a request. */
const BODY_LIMIT = 64 * 1024;
/** Elements multiplied in one turn of the event loop (80 µs each): questions wait no longer than that. */
const SLICE = 50;

const taggings = counter('aidgraph_linkage_taggings_total', 'Elements tagged in enrolment, by organisation.', ['organisation']);

/**
 * Makes `POST /enrol`: t·B with the tagging key of the organisation that signed. The first step of enrolment
 * (schema/wire/enrolment.ts); linkage sees blinded points only and logs counts only.
 *
 * @returns the route's handler; it throws Refusal.
 */
export async function createEnrolEndpoint(options: {
  readonly registry: RegistryView;
  readonly keys: TaggingKeys;
  readonly now: () => Date;
  readonly log: Logger;
}): Promise<(request: Request) => Promise<Response>> {
  const { registry, keys, log } = options;
  const group = await sodiumGroup();

  return async (request) => {
    const body = await readBody(request, BODY_LIMIT);
    if (!body) throw new Refusal('BODY_TOO_LARGE');
    const signature = request.headers.get(HEADERS.enrolment);
    const { request: enrolment, tagging } = readEnrolment(body, signature, { registry, audience: 'linkage', now: options.now() });
    const { organisation, generation } = enrolment;
    const scalar = keys.get(generation)?.get(organisation);
    if (!scalar) throw new Refusal('GENERATION_UNKNOWN');

    const points = enrolment.elements.map((element) => {
      const point = fromBase64url(element);
      if (!point || !group.isElement(point)) throw new Refusal('POINT_NOT_VALID');
      return point;
    });
    const elements: string[] = [];
    for (const [at, point] of points.entries()) {
      if (at > 0 && at % SLICE === 0) await setImmediate();
      elements.push(toBase64url(group.multiply(scalar, point)));
    }
    taggings.inc({ organisation }, elements.length);
    log.info({ organisation, count: elements.length }, 'tagged');
    const result: EnrolmentAnswer = { generation, elements, evaluation: { keyId: tagging.keyId, proof: null } };
    return Response.json(result, { headers: { 'cache-control': 'no-store' } });
  };
}
