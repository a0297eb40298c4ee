import type { Routes } from '../../kit/serve/http.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import { createAskerVerifier } from '../../kit/verify/verify-asker.js';
import { readBody } from '../../runtime/read-body.js';
import { Refusal } from '../../schema/errors.js';
import { deliverySeal, MOST_EVENTS } from '../../schema/wire/consent-event.js';
import { type DeliveryKeysRequest, type SubjectRequest, subjectSeal } from '../../schema/wire/consent-names.js';
import { consentAddress } from '../../schema/wire/consent-recording.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { checkMessage } from '../../schema/wire/hub-message.js';
import { KeySealer } from '../../schema/wire/sealed-key.js';
import type { Translator } from './names/translate.js';
import type { Audience } from './person-resolvers.js';

const BODY_LIMIT = 256 * 1024;
/** Seconds a key lives: longer than consent and an agency take to open it. */
const KEY_LIFETIME = 60;
/** The organisation consent's own refs are of. */
const CONSENT = 'consent';

/** The two routes of schema/wire/consent-names.ts; nobody but consent may use them. */
export function consentRoutes(options: ServiceOptions, audiences: readonly Audience[], translator: Translator): Routes {
  const { registry, secrets, now } = options;
  const messageKey = secrets.key('consent.key');
  const subjectKey = secrets.key(`seal-${CONSENT}.key`);
  const verifyAsker = createAskerVerifier(options, 'RECORD_CONSENT');
  const expires = () => Math.floor(now().getTime() / 1000) + KEY_LIFETIME;

  async function read<T>(request: Request): Promise<T> {
    const body = await readBody(request, BODY_LIMIT);
    if (!body) throw new Refusal('BODY_TOO_LARGE');
    if (!checkMessage(request.headers.get(HEADERS.statement) ?? '', 'linkage', body, messageKey, now())) {
      throw new Refusal('STATEMENT_REFUSED', 'consent names');
    }
    return JSON.parse(body.toString('utf8')) as T;
  }

  async function subject(request: Request): Promise<Response> {
    const { path, token, proof, body } = await read<SubjectRequest>(request);
    const { organisation } = await verifyAsker({ token, proof, address: consentAddress(registry.audience, path), body });
    const named = JSON.parse(body) as { readonly person?: unknown; readonly grantor?: unknown };
    const sealer = new KeySealer(subjectKey, subjectSeal(organisation.id, proof));
    const seal = (ref: unknown) =>
      typeof ref === 'string' ? sealer.seal(translator.translate(ref, organisation.id, CONSENT), expires()) : null;
    return answer({ person: seal(named.person), grantor: seal(named.grantor) });
  }

  async function deliveries(request: Request): Promise<Response> {
    const { agency, tag, persons } = await read<DeliveryKeysRequest>(request);
    const audience = audiences.find(({ organisation }) => organisation === agency);
    if (!audience || persons.length > MOST_EVENTS) throw new Refusal('STATEMENT_REFUSED', 'no such delivery');
    const refs = await translator.translateAll(
      persons.map(({ ref }) => ref),
      CONSENT,
      agency,
    );
    const until = expires();
    const keys = persons.map((event, at) =>
      new KeySealer(audience.sealKey, deliverySeal(agency, tag, event)).seal(refs[at] as string, until),
    );
    return answer({ keys });
  }

  return { 'POST /consent/subject': subject, 'POST /consent/deliveries': deliveries };
}

const answer = (value: object): Response => Response.json(value, { headers: { 'cache-control': 'no-store' } });
