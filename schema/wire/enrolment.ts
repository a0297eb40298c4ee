/**
 * Enrolment: how an organisation learns its own refs without any server learning an ID number.
 *
 *   organisation   B = r·H(ID)                        blinds
 *   linkage        POST /enrol      B      → t·B      the organisation's own tagging key t
 *   key authority  POST /evaluate   t·B    → k·t·B    the authority's key k
 *   organisation   r⁻¹·k·t·B = t·k·H(ID)              unblinds: its ref
 *
 * Guarantees: neither server can tell which person a blinded element stands for; every request is the organisation's
 * own (Ed25519, readEnrolment); the authority refuses a request that does not say it went through the tagging key
 * the registry names for this organisation and generation.
 *
 * Not yet enforced: `proof` is null, so the authority has only the organisation's signed word that linkage was first. An
 * organisation that lies in its request and sends B itself to the authority obtains k·H(ID), the value all refs
 * have in common. Nor can an organisation yet tell that linkage and the authority used the keys the registry names, and nothing
 * limits how many elements an organisation may have evaluated; the authority only counts them. A repeated request is
 * answered again, with the same result.
 */
export interface EnrolmentRequest {
  /** The asking organisation's id in the registry. */
  readonly organisation: string;
  readonly generation: string;
  /** Blinded points, 43 base64url characters each; 1 to MAX_ELEMENTS. */
  readonly elements: readonly string[];
  /** Who evaluated the elements before, in order: nobody for linkage, linkage for the authority. */
  readonly evaluations: readonly Evaluation[];
}

/** One evaluation: under which key, and the proof that exactly that key was used. */
export interface Evaluation {
  /** Id of a key the registry names. */
  readonly keyId: string;
  /** Place of the DLEQ proof (RFC 9497 §2.2); always null so far. */
  readonly proof: null;
}

/** What linkage and the authority answer: the elements multiplied, in the order they came. */
export interface EnrolmentAnswer {
  readonly generation: string;
  readonly elements: readonly string[];
  readonly evaluation: Evaluation;
}

/** Most elements of one request. */
export const MAX_ELEMENTS = 1000;

/** Audiences of enrolment signatures. */
export type EnrolmentAudience = 'linkage' | 'key-authority';
