/** Why refs could not be made. Holds nothing about a person and no address. */
export class EnrolmentError extends Error {
  /** Who could not, or did not, do its part. */
  readonly service: 'linkage' | 'key-authority';
  readonly reason: 'UNREACHABLE' | 'REFUSED' | 'ANSWER_NOT_VALID';
  /** The service's error code (schema/errors.ts), when it refused. */
  readonly code: string | undefined;

  constructor(service: EnrolmentError['service'], reason: EnrolmentError['reason'], code?: string) {
    super(MESSAGES[reason](service, code));
    this.name = 'EnrolmentError';
    this.service = service;
    this.reason = reason;
    this.code = code;
  }
}

const MESSAGES: Readonly<Record<EnrolmentError['reason'], (service: string, code: string | undefined) => string>> = {
  UNREACHABLE: (service) => `A new ref cannot be made now: ${service} does not answer. Refs made before still work.`,
  REFUSED: (service, code) => `A new ref cannot be made: ${service} refused the enrolment${code ? ` (${code})` : ''}.`,
  ANSWER_NOT_VALID: (service) => `A new ref cannot be made: the answer of ${service} is not valid and was not used.`,
};
