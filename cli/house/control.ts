import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Term } from '../../schema/vocabulary/term.js';
import type { HouseState } from '../home/state.js';
import { CommandError } from '../language.js';

/** One process as `aidgraph status` shows it. */
export interface ProcessStatus {
  readonly name: string;
  readonly port: number;
  readonly running: boolean;
}

/** What another terminal may ask of the supervisor. */
export type ControlRequest =
  | { readonly ask: 'STATUS' }
  | { readonly ask: 'END' }
  | { readonly ask: 'STOP'; readonly name: string }
  | { readonly ask: 'START'; readonly name: string };

type ControlReply = { readonly status: readonly ProcessStatus[] } | { readonly problem: Term };

/** Opens the supervisor's door on the loopback address; only who can read the state file knows the word. */
export async function openControl(
  answer: (request: ControlRequest) => Promise<readonly ProcessStatus[]>,
): Promise<{ readonly control: HouseState['control']; close(): void }> {
  const token = randomBytes(32).toString('base64url');
  const server: Server = createServer(async (request, response) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const expected = Buffer.from(`Bearer ${token}`);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.writeHead(401).end();
      return;
    }
    let body = '';
    for await (const chunk of request) body += chunk;
    let reply: ControlReply;
    try {
      reply = { status: await answer(JSON.parse(body) as ControlRequest) };
    } catch (error) {
      reply = { problem: error instanceof CommandError ? error.term : { zh: '未能完成', en: 'That could not be done.' } };
    }
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(reply));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { control: { port: (server.address() as AddressInfo).port, token }, close: () => void server.close() };
}

/** Asks the supervisor of a running house. @throws CommandError with its own words, or when it does not answer. */
export async function askSupervisor(state: HouseState, request: ControlRequest): Promise<readonly ProcessStatus[]> {
  let reply: ControlReply;
  try {
    const response = await fetch(`http://127.0.0.1:${state.control.port}/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${state.control.token}` },
      body: JSON.stringify(request),
    });
    reply = (await response.json()) as ControlReply;
  } catch {
    throw new CommandError({
      zh: `主进程 (pid ${state.pid}) 没有应答。`,
      en: `The supervisor (pid ${state.pid}) does not answer.`,
    });
  }
  if ('problem' in reply) throw new CommandError(reply.problem);
  return reply.status;
}
