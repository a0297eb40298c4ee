import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepAliveFetch } from './keep-alive-fetch.js';

let server: Server;
let base: string;
let connections = 0;
let resets = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '', 'http://x');
      if (pathname === '/hang') return;
      if (pathname === '/reset' && resets++ === 0) return void request.socket.resetAndDestroy();
      if (pathname === '/cut')
        return void response.writeHead(200, { 'content-length': '10' }).write('half', () => request.socket.destroy());
      if (pathname === '/redirect') return void response.writeHead(307, { location: `${base}/echo` }).end();
      if (pathname === '/empty') return void response.writeHead(204).end();
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ method: request.method, type: request.headers['content-type'], body: Buffer.concat(chunks).toString() }),
      );
    });
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = (path: string, init: RequestInit = {}) =>
  keepAliveFetch(`${base}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"县":1}', ...init });

test('text in, text out, over connections that stay open; a redirect and an empty answer as they are', async () => {
  for (let i = 0; i < 20; i++)
    expect(await (await post('/echo')).json()).toEqual({ method: 'POST', type: 'application/json', body: '{"县":1}' });
  // One is used again an event-loop turn after its answer, so a question asked at once may take a second.
  expect(connections).toBeLessThanOrEqual(2);
  expect((await post('/redirect')).status).toBe(307);
  expect([(await post('/empty')).status, await (await post('/empty')).text()]).toEqual([204, '']);
});

test('an idle connection that was closed meanwhile is replaced', async () => {
  await post('/echo');
  expect((await post('/reset')).status).toBe(200);
});

test.each([
  ['nobody there', () => keepAliveFetch('http://127.0.0.1:1/')],
  ['an answer cut off', () => post('/cut')],
  ['a body that is no text', () => post('/echo', { body: new Uint8Array(2) })],
])('%s is a TypeError', async (_, act) => {
  await expect(act()).rejects.toBeInstanceOf(TypeError);
});

test('a signal ends it, with its reason', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('enough')), 30);
  await expect(post('/hang', { signal: controller.signal })).rejects.toThrow('enough');
});
