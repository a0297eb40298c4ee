/** HTTP headers of the protocol. */
export const HEADERS = {
  /** `DPoP <access token>` (RFC 9449 §7.1). */
  authorization: 'authorization',
  /** The asker's proof of possession (RFC 9449 §4). */
  proof: 'dpop',
  /** Client to gateway only: the case reference, kept at the hub. */
  caseRef: 'case-ref',
  /** Client to gateway only: salt of the case digest in the proof, base64url. */
  caseSalt: 'case-salt',
  /** Gateway to subgraph: the statement. */
  statement: 'aidgraph-statement',
  /** Organisation to linkage and key authority: its signature over an enrolment. */
  enrolment: 'aidgraph-enrolment',
} as const;
