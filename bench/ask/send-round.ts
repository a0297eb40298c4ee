import { Agent, request } from 'node:http';

/** A question ready to be sent. */
export interface Prepared {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One answer as it came. */
export interface Received {
  readonly status: number;
  readonly text: string;
}

/**
 * Sends questions, so many in flight, over connections kept open, and gives the answers in their order. Nothing is parsed.
 *
 * @throws the signal's reason once it fires.
 */
export async function sendRound(
  endpoint: string,
  questions: readonly Prepared[],
  { inFlight, signal }: { readonly inFlight: number; readonly signal: AbortSignal },
): Promise<Received[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const received: Received[] = [];
  let next = 0;
  const work = async () => {
    for (let at = next++; at < questions.length && !signal.aborted; at = next++)
      received[at] = await send(endpoint, questions[at] as Prepared, agent);
  };
  try {
    await Promise.all(Array.from({ length: inFlight }, work));
  } finally {
    agent.destroy();
  }
  signal.throwIfAborted();
  return received;
}

const send = (endpoint: string, { body, headers }: Prepared, agent: Agent): Promise<Received> =>
  new Promise((resolve, reject) => {
    const sent = request(endpoint, { method: 'POST', headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
