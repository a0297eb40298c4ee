import type { Purpose } from '../vocabulary/purposes.js';
import type { Term } from '../vocabulary/term.js';

/** Kind of organisation. HUB is the hub's own services (linkage, casework, consent, ledger). */
export type OrganisationKind = 'AGENCY' | 'CHARITY' | 'HOSPITAL' | 'COMPANY' | 'BUREAU' | 'HUB';

/** A program or system of an organisation that may ask. */
export interface Client {
  /** OAuth `client_id`, unique in the registry. */
  readonly id: string;
  readonly name: Term;
  /** Purposes this client may use, each with the roles whose holders may use it. */
  readonly purposes: Partial<Readonly<Record<Purpose, readonly string[]>>>;
}

/** A party of the federation. */
export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: Term;
  readonly clients: readonly Client[];
  /** Ed25519 public key (SPKI, base64url) that signs this organisation's enrolments. */
  readonly enrolmentKey?: string;
  /** The subgraph this organisation serves: `name` is also its audience; `keyField` is its key on `Person`. */
  readonly subgraph?: { readonly name: string; readonly keyField?: string };
}

/** Who may issue access tokens (an OIDC issuer). */
export interface Issuer {
  readonly issuer: string;
  readonly jwksUri: string;
  /** The organisations whose clients it may speak for. */
  readonly organisations: readonly string[];
  /** A development issuer is refused by every process outside development mode. */
  readonly development?: boolean;
}

/** Public values of the naming service for one generation of keys; points are 43 base64url characters. */
export interface NamingKeys {
  readonly generation: string;
  /** k·G of the key authority. */
  readonly authority: { readonly keyId: string; readonly publicKey: string };
  /** t·G of linkage for each organisation. */
  readonly linkage: Readonly<Record<string, { readonly keyId: string; readonly publicKey: string }>>;
}

/** The one signed, versioned file that every process reads. */
export interface Registry {
  readonly version: number;
  readonly issuedAt: string;
  readonly county: { readonly name: Term; readonly timeZone: string };
  /** The gateway's public GraphQL address: `aud` of tokens and `htu` of proofs. */
  readonly audience: string;
  readonly issuers: readonly Issuer[];
  readonly organisations: readonly Organisation[];
  readonly naming: readonly NamingKeys[];
  /** X25519 public key (SPKI, base64url) evidence is sealed to. */
  readonly auditor: { readonly keyId: string; readonly publicKey: string };
}

/** The registry as it stands in its file: the signature is Ed25519 over the RFC 8785 bytes of `registry`. */
export interface SignedRegistry {
  readonly registry: Registry;
  readonly signature: { readonly keyId: string; readonly value: string };
}
