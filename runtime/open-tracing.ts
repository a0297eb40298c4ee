import { ConfigurationError } from './read-config.js';
import type { Tracing } from './tracing.js';

/**
 * A service's tracing: undefined, and nothing of OpenTelemetry loaded, unless OTEL_EXPORTER_OTLP_ENDPOINT names where spans
 * go (OTLP over HTTP, `/v1/traces` below it).
 *
 * @throws ConfigurationError when that is no address.
 */
export async function openTracing(service: string, environment: NodeJS.ProcessEnv): Promise<Tracing | undefined> {
  const endpoint = environment.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint) return undefined;
  if (!/^https?:/.test(endpoint) || !URL.canParse(endpoint))
    throw new ConfigurationError(['OTEL_EXPORTER_OTLP_ENDPOINT must be an http address']);
  const { createTracing } = await import('./create-tracing.js');
  return createTracing(service, `${endpoint.replace(/\/$/, '')}/v1/traces`);
}
