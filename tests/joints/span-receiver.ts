import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One span as OTLP's JSON has it. */
export interface ReceivedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly events?: readonly unknown[];
  readonly status?: { readonly message?: string };
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

/** What services send to where spans go. */
export interface SpanReceiver {
  /** What OTEL_EXPORTER_OTLP_ENDPOINT names. */
  readonly endpoint: string;
  /** Every byte received: request line, headers, body. */
  text(): string;
  spans(): ReceivedSpan[];
  /** Attributes of the resources spans came from. */
  resources(): { readonly key: string; readonly value: unknown }[];
  close(): Promise<void>;
}

interface Batch {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: { key: string; value: { stringValue?: string } }[] };
    readonly scopeSpans: readonly { readonly spans: Omit<ReceivedSpan, 'service'>[] }[];
  }[];
}

/** Listens for OTLP over HTTP. */
export async function receiveSpans(): Promise<SpanReceiver> {
  const heads: string[] = [];
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heads.push(`${request.method} ${request.url} ${JSON.stringify(request.rawHeaders)}`);
    bodies.push(Buffer.concat(chunks).toString('utf8'));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const resourceSpans = () => bodies.flatMap((body) => (JSON.parse(body) as Batch).resourceSpans);
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => [...heads, ...bodies].join('\n'),
    resources: () => resourceSpans().flatMap(({ resource }) => resource.attributes),
    spans: () =>
      resourceSpans().flatMap(({ resource, scopeSpans }) => {
        const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
        return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
