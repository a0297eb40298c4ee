import type { App } from '../runtime/app.js';
import type { Logger } from '../runtime/log.js';
import { counter } from '../runtime/metrics.js';
import { readBody } from '../runtime/read-body.js';
import type { Secrets } from '../runtime/secrets.js';
import { Refusal, refusalResponse } from '../schema/errors.js';
import type { RegistryView } from '../schema/registry/read-registry.js';
import type { EnrolmentAnswer } from '../schema/wire/enrolment.js';
import { HEADERS } from '../schema/wire/headers.js';
import { readEnrolment } from '../schema/wire/read-enrolment.js';
import { evaluate } from './evaluate.js';
import { loadKeys } from './load-keys.js';

export interface KeyAuthorityOptions {
  readonly registry: RegistryView;
  readonly secrets: Secrets;
  readonly now: () => Date;
  readonly log: Logger;
}

/** Room for 1000 elements and the rest of a request. */
const BODY_LIMIT = 64 * 1024;

const evaluations = counter('aidgraph_key_authority_evaluations_total', 'Elements evaluated, by organisation.', ['organisation']);

/**
 * The key authority: holds k and evaluates it on points that linkage has tagged, for organisations that sign. It
 * sees blinded points only, stores nothing, and logs counts only. What it does not yet enforce: schema/wire/enrolment.ts.
 *
 * @throws ConfigurationError when its keys are not those the registry names.
 */
export async function createKeyAuthorityApp(options: KeyAuthorityOptions): Promise<App> {
  const { registry, log } = options;
  const keys = await loadKeys(registry, options.secrets);

  async function answer(request: Request): Promise<Response> {
    if (new URL(request.url).pathname !== '/evaluate') return new Response('not found\n', { status: 404 });
    if (request.method !== 'POST') throw new Refusal('METHOD_NOT_ALLOWED');
    const body = await readBody(request, BODY_LIMIT);
    if (!body) throw new Refusal('BODY_TOO_LARGE');
    const signature = request.headers.get(HEADERS.enrolment);
    const { request: enrolment, naming } = readEnrolment(body, signature, { registry, audience: 'key-authority', now: options.now() });
    const key = keys.get(enrolment.generation);
    if (!key) throw new Refusal('GENERATION_UNKNOWN');

    const elements = await evaluate(key, enrolment.elements);
    evaluations.inc({ organisation: enrolment.organisation }, elements.length);
    log.info({ organisation: enrolment.organisation, count: elements.length }, 'evaluated');
    const result: EnrolmentAnswer = {
      generation: enrolment.generation,
      elements,
      evaluation: { keyId: naming.authority.keyId, proof: null },
    };
    return Response.json(result, { headers: { 'cache-control': 'no-store' } });
  }

  return {
    handle: async (request) => {
      try {
        return await answer(request);
      } catch (error) {
        if (error instanceof Refusal) {
          log.warn({ code: error.code, detail: error.detail }, 'refused');
          return refusalResponse(error.code);
        }
        log.error({ err: error }, 'failed');
        return refusalResponse('INTERNAL');
      }
    },
    ready: async () => keys.size > 0,
    close: async () => {},
  };
}
