import { DEVELOPMENT_AGENCIES } from '../../cli/first-start/development-organisations.js';
import type { Home } from '../../cli/home/paths.js';
import type { AgencyDefinition } from '../../kit/agency.js';
import type { ServiceOptions } from '../../kit/serve/service-options.js';
import type { App } from '../../runtime/app.js';
import type { Purpose } from '../../schema/vocabulary/purposes.js';
import type { ConsentRecorded, ConsentRecording } from '../../schema/wire/consent-recording.js';
import type { DisclosureReport } from '../../schema/wire/disclosure.js';

/** The agencies of the development registry. */
export const AGENCIES: readonly string[] = DEVELOPMENT_AGENCIES.map(({ id }) => id);

/** What came back for one question. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; path?: (string | number)[]; extensions?: { code?: string } }[];
    readonly extensions?: { readonly disclosure?: DisclosureReport };
  };
}

/** One question: who asks, why, and what. */
export interface Asked {
  /** A user of the development registry. */
  readonly as: string;
  readonly purpose: Purpose;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly caseRef?: string;
  /** Changes the request just before it is sent. */
  readonly tamper?: (request: { headers: Headers; body: string }) => { headers: Headers; body: string };
}

/** One exchange between two processes of the hub, as it went over the wire. */
export interface Exchange {
  readonly to: string;
  readonly path: string;
  readonly request: { readonly headers: Headers; readonly body: string };
  readonly response: { readonly status: number; readonly body: string };
}

/** A whole hub in one process: real apps, real PostgreSQL, all of the gateway's own sending; only `fetch` is swapped. */
export interface Hub {
  readonly home: Home;
  readonly apps: Map<string, App>;
  /** Every exchange since the last clearing; kept only while `recordExchanges` is on. */
  readonly exchanges: Exchange[];
  recordExchanges: boolean;
  /** Lines all processes logged. */
  readonly logLines: string[];
  /** Base address of the database of a service. */
  databaseUrl(name: string): string;
  /** Options a service of that name is started with. */
  options(name: string): ServiceOptions;
  ask(asked: Asked): Promise<Reply>;
  /** Access token and key of a user. */
  credentials(user: string): Promise<{ token: string; keyPair: CryptoKeyPair }>;
  /** An organisation's ref of a person. */
  refOf(organisation: string, idNumber: string): Promise<string>;
  /**
   * Records one event of a grant at the consent service, as a user of the recipient. Returns as the service does: a grant once all
   * agencies have it, or after a short wait; a withdrawal when it stands everywhere.
   */
  consent(idNumber: string, event: Partial<Omit<ConsentRecording, 'person'>> & Pick<ConsentRecording, 'kind'>): Promise<ConsentRecorded>;
  /** Sends a request to a service as another process would, without the gateway. */
  send(name: string, path: string, init: { headers?: Record<string, string>; body: string }): Promise<Response>;
  /** Serves an agency anew, as a process of it that starts would: what stands in its database now is what it knows. */
  reopen(agency: string): Promise<void>;
  close(): Promise<void>;
}

/** What a test changes of the hub it starts. */
export interface HubOptions {
  /** Serves an agency in another way than the product does; `unprotected` is the twin of positive controls. */
  readonly serve?: (definition: AgencyDefinition<never>, options: ServiceOptions) => Promise<App>;
  /** Another supergraph than the committed one. */
  readonly supergraph?: string;
  /** Where spans of all processes go. */
  readonly tracing?: NonNullable<ServiceOptions['tracing']>;
  /** The gateway's port in addresses, when processes of the hub are to be reached over real HTTP; 4000 when not given. */
  readonly gatewayPort?: number;
  /** The clock of a service. */
  readonly now?: (service: string) => Date;
  /** Of the consent service: its leases, and what it takes for the gateway's deadline (nothing, so that withdrawals are quick). */
  readonly consent?: { readonly lease?: number; readonly deadline?: number };
  /** The gateway's deadline, in milliseconds; a patient one by default. */
  readonly deadline?: number;
  /** Fills the agencies' databases before they are served. */
  readonly load?: (agency: string, context: { databaseUrl: string; enrol: (ids: readonly string[]) => Promise<string[]> }) => Promise<void>;
}
