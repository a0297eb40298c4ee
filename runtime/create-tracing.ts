import { ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, RandomIdGenerator, TracerProvider, type TracerProviderOptions } from '@opentelemetry/sdk-trace';
import { type SpanOptions, TRACE_ATTRIBUTES, type Trace, type TraceAttributes, type Tracing } from './tracing.js';

/** Spans are sent at least this often, in milliseconds. */
const DELAY = 2_000;

/**
 * Tracing over OTLP/HTTP. Registers nothing globally and reads no header: a trace ends where its service ends, and no context
 * travels. Resource and attributes are closed lists; errors, events and stacks are not written.
 */
export function createTracing(service: string, url: string): Tracing {
  const random = new RandomIdGenerator();
  let given: { traceId: string; spanId: string } | undefined;
  const provider = new TracerProvider({
    resource: resourceOf(`aidgraph-${service}`),
    // Called while a span is begun, and at no other time.
    idGenerator: {
      generateTraceId: () => given?.traceId ?? random.generateTraceId(),
      generateSpanId: () => given?.spanId ?? random.generateSpanId(),
    },
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }), scheduledDelayMillis: DELAY })],
  });
  const tracer = provider.getTracer('aidgraph');

  const begin = (name: string, { attributes, since, link }: SpanOptions, context = ROOT_CONTEXT): Trace => {
    const span = tracer.startSpan(
      name,
      {
        attributes: listed(attributes),
        ...(since === undefined ? {} : { startTime: since }),
        ...(link === undefined ? {} : { links: [{ context: { ...link, traceFlags: 1 } }] }),
      },
      context,
    );
    return traceOf(span);
  };
  const traceOf = (span: Span): Trace => ({
    child: (name, options = {}) => begin(name, options, trace.setSpan(ROOT_CONTEXT, span)),
    end: (attributes) => {
      span.setAttributes(listed(attributes));
      span.end();
    },
  });

  return {
    begin: (name, { ids, ...options } = {}) => {
      given = ids;
      try {
        return begin(name, options);
      } finally {
        given = undefined;
      }
    },
    close: () => provider.shutdown().catch(() => {}),
  };
}

/** Attributes of the closed list whose value has its form; anything else is dropped. */
const listed = (attributes: TraceAttributes = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => TRACE_ATTRIBUTES[name as keyof TraceAttributes]?.test(String(value)))
      .map(([name, value]) => [`aidgraph.${name}`, String(value)]),
  );

/** The service's name alone: the default also tells of host, process and command line, as detectors find them. */
function resourceOf(name: string): NonNullable<TracerProviderOptions['resource']> {
  const resource: NonNullable<TracerProviderOptions['resource']> = {
    attributes: { 'service.name': name },
    merge: () => resource,
    getRawAttributes: () => [['service.name', name]],
  };
  return resource;
}
