/** A subgraph answers at most so many bytes. */
const ANSWER_LIMIT = 16 * 1024 * 1024;
const JSON_ONLY = new Headers({ 'content-type': 'application/json' });

/**
 * Fetch as it is used towards subgraphs: one JSON text of bounded length within `patience` milliseconds and before the
 * request's deadline; no redirect (it would carry the asker's proof elsewhere), no event stream or multipart, no member
 * that could reach an object's prototype.
 *
 * @throws Error for anything else; its message says nothing that came from the other side.
 */
export async function fetchSource(
  url: string,
  init: RequestInit,
  options: { readonly fetch: typeof fetch; readonly deadline: AbortSignal; readonly patience: number },
): Promise<Response> {
  const { deadline } = options;
  deadline.throwIfAborted();
  const controller = new AbortController();
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => {
      reject(new Error('source too slow'));
      controller.abort();
    };
  });
  const timer = setTimeout(stop, options.patience);
  deadline.addEventListener('abort', stop);
  try {
    return await Promise.race([stopped, receive(url, { ...init, redirect: 'error', signal: controller.signal }, options.fetch)]);
  } finally {
    clearTimeout(timer);
    deadline.removeEventListener('abort', stop);
  }
}

async function receive(url: string, init: RequestInit, send: typeof fetch): Promise<Response> {
  const response = await send(url, init);
  const text = await readText(response);
  if (text.includes('"__proto__"')) throw new Error('answer not acceptable');
  // All that is read of a response, without another copy of the text.
  return { status: response.status, statusText: '', headers: JSON_ONLY, text: () => Promise.resolve(text) } as Response;
}

async function readText(response: Response): Promise<string> {
  const said = response.headers.get('content-length');
  if (said !== null && Number(said) <= ANSWER_LIMIT) return response.text();
  if (said !== null) throw new Error('answer too long');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > ANSWER_LIMIT) throw new Error('answer too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
