import type { Logger } from '../../runtime/log.js';
import type { Secrets } from '../../runtime/secrets.js';
import type { Tracing } from '../../runtime/tracing.js';
import type { RegistryView } from '../../schema/registry/read-registry.js';

/** What every service of the house is given at its start; nothing is read from elsewhere. */
export interface ServiceOptions {
  readonly registry: RegistryView;
  readonly secrets: Secrets;
  /** Development issuers and tools are refused without it. */
  readonly development: boolean;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly log: Logger;
  /** Opens a service's tracing; undefined when it is off. */
  readonly tracing?: (service: string) => Promise<Tracing | undefined>;
}
