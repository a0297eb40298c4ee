import type { IncomingMessage, ServerResponse } from 'node:http';
import { Headers as LeanHeaders } from '@whatwg-node/fetch';

/**
 * What handlers read of a Request, over a message node:http received: making a real one, with its streams, costs more than
 * reading the question. The body is taken from the socket when it is asked for, once.
 */
class NodeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly #message: IncomingMessage;
  readonly #answer: ServerResponse;
  bodyUsed = false;
  #signal: AbortSignal | undefined;

  constructor(message: IncomingMessage, answer: ServerResponse) {
    this.#message = message;
    this.#answer = answer;
    this.method = message.method as string;
    this.url = `http://${message.headers.host ?? 'localhost'}${message.url}`;
    this.headers = new LeanHeaders(message.headers as Record<string, string>);
  }

  /** The body as it arrives, for who bounds it; null once it was read, or libraries would set up streams to read it again. */
  get body(): AsyncIterable<Uint8Array> | null {
    return this.bodyUsed ? null : this.#message;
  }

  /** Fires when the asker hangs up before the answer. */
  get signal(): AbortSignal {
    if (!this.#signal) {
      const controller = new AbortController();
      this.#answer.once('close', () => {
        if (!this.#answer.writableFinished) controller.abort();
      });
      this.#signal = controller.signal;
    }
    return this.#signal;
  }

  arrayBuffer(): Promise<Uint8Array> {
    const message = this.#message;
    this.bodyUsed = true;
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
      message.on('error', reject);
    });
  }

  async text(): Promise<string> {
    return Buffer.from(await this.arrayBuffer()).toString('utf8');
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }
}

/** The request a message of node:http is. Its form data, copies and blobs nobody here asks for. */
export const nodeRequest = (message: IncomingMessage, answer: ServerResponse): Request =>
  new NodeRequest(message, answer) as unknown as Request;
