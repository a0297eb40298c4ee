import { createPublicKey, type KeyObject } from 'node:crypto';
import { Refusal } from '../errors.js';
import type { RegistryView } from '../registry/read-registry.js';
import type { NamingKeys, Organisation } from '../registry/registry.js';
import { type EnrolmentAudience, type EnrolmentRequest, type Evaluation, MAX_ELEMENTS } from './enrolment.js';
import { checkEnrolment } from './enrolment-signature.js';

/** An enrolment that is its organisation's own, at the right step. The points themselves are not checked. */
export interface AcceptedEnrolment {
  readonly request: EnrolmentRequest;
  readonly naming: NamingKeys;
  /** Linkage's key for this organisation and generation. */
  readonly tagging: { readonly keyId: string; readonly publicKey: string };
}

/**
 * Reads an enrolment at linkage or at the key authority.
 *
 * @throws Refusal ENROLMENT_MALFORMED, ENROLMENT_REFUSED, GENERATION_UNKNOWN or BODY_TOO_LARGE.
 */
export function readEnrolment(
  body: Uint8Array,
  signature: string | null,
  expected: { readonly registry: RegistryView; readonly audience: EnrolmentAudience; readonly now: Date },
): AcceptedEnrolment {
  const request = parse(body);
  const organisation = expected.registry.organisation(request.organisation);
  const key = organisation && keyOf(organisation);
  const signed =
    key !== undefined &&
    signature !== null &&
    checkEnrolment(signature, key, { organisation: request.organisation, audience: expected.audience, body, now: expected.now });
  if (!signed) throw new Refusal('ENROLMENT_REFUSED');
  if (request.elements.length > MAX_ELEMENTS) throw new Refusal('BODY_TOO_LARGE');

  const naming = expected.registry.naming.find((entry) => entry.generation === request.generation);
  if (!naming) throw new Refusal('GENERATION_UNKNOWN');
  const tagging = Object.hasOwn(naming.linkage, request.organisation) ? naming.linkage[request.organisation] : undefined;
  if (!tagging) throw new Refusal('ENROLMENT_REFUSED', 'the registry names no tagging key for this organisation');
  const before = expected.audience === 'linkage' ? [] : [tagging.keyId];
  const inOrder = request.evaluations.length === before.length && before.every((keyId, at) => request.evaluations[at]?.keyId === keyId);
  if (!inOrder) throw new Refusal('ENROLMENT_MALFORMED', 'evaluations do not fit this step');
  return { request, naming, tagging };
}

function parse(body: Uint8Array): EnrolmentRequest {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Refusal('ENROLMENT_MALFORMED');
  }
  if (!isRequest(value)) throw new Refusal('ENROLMENT_MALFORMED');
  return value;
}

function isRequest(value: unknown): value is EnrolmentRequest {
  if (typeof value !== 'object' || value === null) return false;
  const { organisation, generation, elements, evaluations } = value as Record<string, unknown>;
  return (
    typeof organisation === 'string' &&
    typeof generation === 'string' &&
    Array.isArray(elements) &&
    elements.length > 0 &&
    elements.every((element) => typeof element === 'string') &&
    Array.isArray(evaluations) &&
    evaluations.every(isEvaluation)
  );
}

function isEvaluation(value: unknown): value is Evaluation {
  if (typeof value !== 'object' || value === null) return false;
  const { keyId, proof } = value as Record<string, unknown>;
  return typeof keyId === 'string' && proof === null;
}

const keys = new WeakMap<Organisation, KeyObject>();

function keyOf(organisation: Organisation): KeyObject | undefined {
  let key = keys.get(organisation);
  if (!key && organisation.enrolmentKey !== undefined) {
    key = createPublicKey({ key: Buffer.from(organisation.enrolmentKey, 'base64url'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return undefined;
    keys.set(organisation, key);
  }
  return key;
}
