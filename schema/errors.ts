/**
 * The registry of errors: code, HTTP status, what the asker is told (never anything about a person or a machine) and
 * what to do. docs/errors.md is written from it and a test keeps the two in step.
 */
export const ERRORS = {
  UNAUTHENTICATED: {
    status: 401,
    message: 'The access token or its proof of possession was not accepted.',
    remedy: 'Get a new access token and sign a fresh proof for every request.',
  },
  PROOF_REPLAYED: { status: 401, message: 'This proof of possession was used before.', remedy: 'Sign a fresh proof for every request.' },
  PURPOSE_REQUIRED: { status: 403, message: 'A request needs exactly one purpose.', remedy: 'Name one purpose in the proof.' },
  PURPOSE_NOT_REGISTERED: {
    status: 403,
    message: 'This client may not ask for this purpose.',
    remedy: 'Use a purpose that the registry names for your client and role, or ask the data bureau to register it.',
  },
  RAW_IDENTIFIER: {
    status: 400,
    message: 'The request holds a resident ID number.',
    remedy: 'Send a ref instead: the client library makes one from the number without sending it.',
  },
  BODY_TOO_LARGE: { status: 413, message: 'The request is too large.', remedy: 'Ask for fewer persons at a time.' },
  MALFORMED_REQUEST: {
    status: 400,
    message: 'The request is not a GraphQL request in JSON.',
    remedy: 'POST application/json with query, variables and operationName.',
  },
  METHOD_NOT_ALLOWED: { status: 405, message: 'Only POST is accepted here.', remedy: 'Use POST.' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    message: 'Only application/json in UTF-8 is accepted here.',
    remedy: 'Set content-type: application/json.',
  },
  OPERATION_TOO_COMPLEX: {
    status: 400,
    message: 'The operation is too deep, too wide or too costly.',
    remedy: 'Select fewer fields, levels or aliases.',
  },
  OPERATION_NOT_VALID: {
    status: 400,
    message: 'The operation does not fit the schema.',
    remedy: 'Check the operation against the published schema.',
  },
  DEADLINE_EXCEEDED: { status: 504, message: 'The answer was not ready in time.', remedy: 'Ask again; ask for fewer persons at a time.' },
  NOT_RECORDED: {
    status: 503,
    message: 'The answer could not be recorded, so it is withheld.',
    remedy: 'Ask again later.',
  },
  SOURCE_UNAVAILABLE: { status: 200, message: 'A source did not answer.', remedy: 'The report names it; ask again later.' },
  REF_NOT_VALID: {
    status: 400,
    message: 'A ref is malformed, or not a name a person can have.',
    remedy: 'Make the ref again from the ID number.',
  },
  GENERATION_UNKNOWN: {
    status: 400,
    message: 'A ref is of a generation of keys that is not in use.',
    remedy: 'Make the ref again from the ID number.',
  },
  TOO_MANY_PERSONS: { status: 400, message: 'At most 200 persons may be asked about at once.', remedy: 'Split the list.' },
  STATEMENT_REFUSED: {
    status: 401,
    message: 'The sub-request was not accepted.',
    remedy: 'Only the gateway may ask a subgraph; check that both read the same registry.',
  },
  STATEMENT_REPLAYED: {
    status: 401,
    message: 'This sub-request was answered before.',
    remedy: 'The gateway signs a new statement for every sub-request.',
  },
  ENROLMENT_REFUSED: {
    status: 401,
    message: 'The enrolment was not accepted.',
    remedy: "Sign it with the organisation's enrolment key that stands in the registry.",
  },
  ENROLMENT_MALFORMED: {
    status: 400,
    message: 'The enrolment is not of the form, or not at the step, that this service expects.',
    remedy: 'Enrol with the client library: linkage first, key authority last.',
  },
  POINT_NOT_VALID: {
    status: 400,
    message: 'An element is not a valid point.',
    remedy: 'Blind the ID number again with the client library.',
  },
  CONSENT_MALFORMED: {
    status: 400,
    message: 'The event of a grant is not of the form this service expects.',
    remedy: 'Send the fields of schema/wire/consent-recording.ts and no others; name organisations as the registry does.',
  },
  CONSENT_CONFLICT: {
    status: 409,
    message: 'Another event of a grant was recorded under this id.',
    remedy: 'Make a new id for a new event; the same id again is for sending the same event again.',
  },
  UNAVAILABLE: {
    status: 503,
    message: 'This service is not ready.',
    remedy: 'Try again in a moment; `aidgraph doctor` says what is wrong.',
  },
  INTERNAL: { status: 500, message: 'Something went wrong here.', remedy: 'Quote the request id to the operator.' },
} as const satisfies Record<string, { status: number; message: string; remedy: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** An expected refusal. Its public text is the registry's; `detail` goes to the log only and holds no personal data. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string) {
    super(ERRORS[code].message);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** The GraphQL body of a refusal. */
export function refusalBody(code: ErrorCode): string {
  const { message, remedy } = ERRORS[code];
  return JSON.stringify({ errors: [{ message, extensions: { code, remedy } }] });
}

/** The HTTP answer of a refusal. */
export function refusalResponse(code: ErrorCode): Response {
  return new Response(refusalBody(code), { status: ERRORS[code].status, headers: { 'content-type': 'application/json; charset=utf-8' } });
}
