import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Listening, listen } from './listen.js';
import { createLog } from './log.js';
import { readBody } from './read-body.js';
import { textResponse } from './text-response.js';

let listening: Listening;
const begun = new Set<string>();
const hungUp: string[] = [];

/** Waits for its asker to hang up when told so. */
async function wait(request: Request): Promise<Response> {
  const text = await request.text();
  request.signal.addEventListener('abort', () => hungUp.push(text));
  begun.add(text);
  if (text === 'gone') await new Promise((resolve) => setTimeout(resolve, 300));
  return new Response(text);
}

beforeAll(async () => {
  const app = {
    handle: async (request: Request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/broken') throw new Error('secret');
      if (pathname === '/patient') return wait(request);
      if (pathname === '/nothing') return new Response(null, { status: 204 });
      if (pathname === '/bounded') return new Response(String((await readBody(request, 100))?.length ?? 'too long'));
      if (pathname === '/echo') {
        const said = [request.method, request.url, request.headers.get('X-One'), await request.text()].join(' ');
        return textResponse(said, { status: 201, headers: { 'content-type': 'text/x-echo' } });
      }
      return new Response('answer');
    },
    ready: () => Promise.reject(new Error('secret')),
    close: async () => undefined,
  };
  listening = await listen(app, { host: '127.0.0.1', port: 0, log: createLog('test', 'silent') });
});
afterAll(() => listening.close());

/** Sends text as it stands, which no HTTP client would. */
async function sent(path: string, host: string): Promise<string> {
  const socket = connect(listening.port, '127.0.0.1').setEncoding('latin1');
  let answer = '';
  socket.on('data', (text) => {
    answer += String(text);
  });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  await once(socket, 'close');
  return answer;
}

test.each([
  ['/', 'localhost', '200'],
  ['/', 'a b', '400'],
  ['/', '[::', '400'],
  ['/graphql', 'x:99999', '400'],
  ['http://[bad', 'x', '200'],
  ['/broken', 'localhost', '500'],
  ['/ready', 'localhost', '500'],
])('%s at %j: %s, and nothing of what went wrong', async (path, host, status) => {
  const answer = await sent(path, host);
  expect(answer.slice(9, 12)).toBe(status);
  expect(answer).not.toMatch(/secret|Error|node_modules|\.[jt]s:/);
});

/** One exchange over a connection that stays open, and the connection. */
async function exchanged(path: string, body: string) {
  const answer = await fetch(`http://127.0.0.1:${listening.port}${path}`, { method: 'POST', headers: { 'x-one': 'two' }, body });
  return { status: answer.status, length: answer.headers.get('content-length'), text: await answer.text(), headers: answer.headers };
}

test('a handler reads method, address, headers and body, and its answer comes whole, with its length', async () => {
  const { status, length, text, headers } = await exchanged('/echo?a=b', '吕');
  const said = `POST http://127.0.0.1:${listening.port}/echo?a=b two 吕`;
  expect({ status, text, kind: headers.get('content-type') }).toEqual({ status: 201, text: said, kind: 'text/x-echo' });
  expect(length).toBe(String(Buffer.byteLength(said)));
  expect((await exchanged('/nothing', '')).status).toBe(204);
});

test('a body without a length is read as it arrives, and no further than its limit', async () => {
  const chunks = (count: number) =>
    new ReadableStream({
      start(to) {
        for (let sent = 0; sent < count; sent += 1) to.enqueue(new TextEncoder().encode('0123456789'));
        to.close();
      },
    });
  const send = async (count: number) => {
    const init = { method: 'POST', body: chunks(count), duplex: 'half' } as RequestInit;
    return (await fetch(`http://127.0.0.1:${listening.port}/bounded`, init)).text();
  };
  expect(await send(3)).toBe('30');
  expect(await send(11)).toBe('too long');
});

test('a handler can tell that the asker hung up, and only then', async () => {
  hungUp.length = 0;
  await exchanged('/patient', 'answered');
  const socket = connect(listening.port, '127.0.0.1');
  socket.write('POST /patient HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\ngone');
  while (!begun.has('gone')) await new Promise((resolve) => setTimeout(resolve, 5));
  socket.destroy();
  while (hungUp.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(hungUp).toEqual(['gone']);
});
