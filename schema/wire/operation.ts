/** What the hub's ledger holds of one request; sent by the gateway to the ledger as `POST /operations`. */
export type OperationEntry =
  | {
      readonly kind: 'OPENED';
      readonly requestId: string;
      /** RFC 3339. */
      readonly at: string;
      readonly organisation: string;
      readonly client: string;
      readonly user: string;
      readonly purpose: string;
      /** Kept at the hub only. */
      readonly caseRef: string | null;
      readonly bodyDigest: string;
      /** `jti` of the asker's proof. */
      readonly proofId: string;
    }
  | {
      readonly kind: 'CLOSED';
      readonly requestId: string;
      readonly at: string;
      /** The statements whose answers were used, by audience. */
      readonly answers: readonly { readonly audience: string; readonly jti: string }[];
      /** SHA-256 of the report's RFC 8785 bytes, base64url. */
      readonly reportDigest: string;
    };

/** Body of `POST /operations` to the ledger, signed like a statement (`aud: ledger`). Answer: 204 once durable. */
export interface OperationBatch {
  readonly entries: readonly OperationEntry[];
}
