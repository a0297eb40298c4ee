import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { App } from '../../runtime/app.js';
import type { Hub } from '../hub/hub.js';
import { temporaryFolder } from '../temporary-folder.js';

/** A moment in what passes between the agency's process and PostgreSQL. */
export interface Moment {
  readonly from: 'AGENCY' | 'POSTGRES';
  /** What the bytes hold that pass at that moment. They wait until the process goes on. */
  readonly holding: string;
}

/** An agency in a process that can be stopped like any process, at a moment of its work. */
export interface FreezableAgency {
  /** What the hub reaches it by. */
  readonly app: App;
  /** Freezes it (SIGSTOP) at the next such moment. Resolves when it is frozen. */
  freezeAt(moment: Moment): Promise<void>;
  freeze(): void;
  /** Lets it go on (SIGCONT). */
  thaw(): void;
  end(): Promise<void>;
}

/** Starts the agency's process behind a proxy of its database. */
export async function startFreezable(hub: Hub, agency: string): Promise<FreezableAgency> {
  let awaited: (Moment & { frozen: () => void }) | undefined;
  let held: (() => void)[] | undefined;
  const sockets = new Set<Socket>();

  const relay = (from: Moment['from'], near: Socket, far: Socket) =>
    near.on('data', (bytes: Buffer) => {
      if (held === undefined && awaited?.from === from && bytes.includes(awaited.holding)) {
        freeze();
        awaited.frozen();
        awaited = undefined;
      }
      const pass = () => void far.write(bytes);
      if (held) held.push(pass);
      else pass();
    });
  const url = new URL(hub.databaseUrl(agency));
  const { hostname, port } = url;
  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    relay('AGENCY', near, far);
    relay('POSTGRES', far, near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url.host = `127.0.0.1:${(server.address() as { port: number }).port}`;

  const secrets = join(temporaryFolder(), 'secrets');
  cpSync(hub.home.secrets(agency), secrets, { recursive: true });
  writeFileSync(join(secrets, 'database-url'), url.href, { mode: 0o600 });
  const { d: _private, ...issuer } = JSON.parse(readFileSync(join(hub.home.secrets('issuer'), 'signing.jwk'), 'utf8')) as { d: string };
  const settings = {
    agency,
    registry: hub.home.registry,
    registryKey: hub.home.registryKey,
    secrets,
    jwks: { keys: [{ ...issuer, kid: 'development', alg: 'ES256' }] },
  };
  const child = fork(join(import.meta.dirname, 'agency-process.mjs'), [JSON.stringify(settings)], {
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const address = `http://127.0.0.1:${await portOf(child)}`;

  function freeze(): void {
    child.kill('SIGSTOP');
    held = [];
  }
  return {
    app: {
      handle: async (request) => {
        const { pathname } = new URL(request.url);
        const answer = await fetch(`${address}${pathname}`, {
          method: request.method,
          headers: request.headers,
          body: await request.text(),
        });
        return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
      },
      ready: async () => true,
      close: async () => undefined,
    },
    freezeAt: (moment) =>
      new Promise((frozen) => {
        awaited = { ...moment, frozen };
      }),
    freeze,
    thaw: () => {
      const passing = held ?? [];
      held = undefined;
      for (const pass of passing) pass();
      child.kill('SIGCONT');
    },
    end: async () => {
      child.kill('SIGCONT');
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await gone;
      }
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`the agency's process ended with ${code}`)));
  });
