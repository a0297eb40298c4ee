import { ERRORS, type ErrorCode, Refusal } from '../../schema/errors.js';
import {
  type DeliveryKeysAnswer,
  type DeliveryKeysRequest,
  type SubjectAnswer,
  type SubjectRequest,
  subjectSeal,
} from '../../schema/wire/consent-names.js';
import { HEADERS } from '../../schema/wire/headers.js';
import { signMessage } from '../../schema/wire/hub-message.js';
import type { SealContext } from '../../schema/wire/sealed-key.js';
import { KeySealer } from '../../schema/wire/sealed-key.js';

const PATIENCE = 5_000;

/** What consent has linkage name for it (schema/wire/consent-names.ts). */
export interface LinkageNames {
  /** Consent's own refs of the persons an asker's request names. @throws Refusal, linkage's or UNAVAILABLE. */
  subjects(request: SubjectRequest, organisation: string): Promise<{ person: string | null; grantor: string | null }>;
  /** A key of each person for one agency and message. @throws Refusal UNAVAILABLE. */
  deliveryKeys(request: DeliveryKeysRequest): Promise<readonly string[]>;
}

/** Asks linkage at its address. */
export function createLinkageNames(options: {
  readonly linkage: string;
  /** Shared with linkage. */
  readonly key: Buffer;
  readonly sealKey: Buffer;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
}): LinkageNames {
  async function post<A>(path: string, request: object): Promise<A> {
    const body = JSON.stringify(request);
    let response: Response;
    let answer: unknown;
    try {
      response = await options.fetch(new URL(path, options.linkage).href, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [HEADERS.statement]: signMessage('linkage', body, options.key, options.now()) },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
      answer = await response.json();
    } catch {
      throw new Refusal('UNAVAILABLE', 'linkage does not answer');
    }
    if (response.ok) return answer as A;
    const code = (answer as { errors?: { extensions?: { code?: string } }[] }).errors?.[0]?.extensions?.code ?? '';
    throw new Refusal(
      Object.hasOwn(ERRORS, code) && ERRORS[code as ErrorCode].status < 500 ? (code as ErrorCode) : 'UNAVAILABLE',
      'linkage',
    );
  }

  function open(key: string | null, context: SealContext): string | null {
    if (key === null) return null;
    const ref = new KeySealer(options.sealKey, context).open(key, options.now());
    if (ref === undefined) throw new Refusal('UNAVAILABLE', 'linkage gave a key that does not open');
    return ref;
  }

  return {
    subjects: async (request, organisation) => {
      const { person, grantor } = await post<SubjectAnswer>('/consent/subject', request);
      const context = subjectSeal(organisation, request.proof);
      return { person: open(person, context), grantor: open(grantor, context) };
    },
    deliveryKeys: async (request) => {
      const { keys } = await post<DeliveryKeysAnswer>('/consent/deliveries', request);
      if (keys.length !== request.persons.length) throw new Refusal('UNAVAILABLE', 'linkage gave too few keys');
      return keys;
    },
  };
}
