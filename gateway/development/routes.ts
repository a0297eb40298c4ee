import type { RegistryView } from '../../schema/registry/read-registry.js';

/** Pages of development mode. */
export function developmentRoutes(_options: {
  readonly registry: RegistryView;
  readonly fetch: typeof fetch;
}): (request: Request) => Promise<Response | undefined> {
  return async () => undefined;
}
