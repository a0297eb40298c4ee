import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Listening, listen } from './listen.js';
import { createLog } from './log.js';

let listening: Listening;

beforeAll(async () => {
  const app = {
    handle: async (request: Request) => {
      if (request.url.endsWith('/broken')) throw new Error('secret');
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
