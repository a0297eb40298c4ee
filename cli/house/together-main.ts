import { pathToFileURL } from 'node:url';
import type { App } from '../../runtime/app.js';
import { type Listening, listen } from '../../runtime/listen.js';
import { createLog, type Logger } from '../../runtime/log.js';

/** What the supervisor asks of the process that holds all servers. */
export type TogetherOrder =
  | { readonly order: 'START'; readonly name: string; readonly module: string; readonly environment: Readonly<Record<string, string>> }
  | { readonly order: 'STOP'; readonly name: string };

/** What it answers. */
export interface TogetherReport {
  readonly name: string;
  readonly done: boolean;
}

type Start = (environment: NodeJS.ProcessEnv, log: Logger) => Promise<App>;

const servers = new Map<string, Listening>();

async function obey(message: TogetherOrder): Promise<void> {
  if (message.order === 'STOP') {
    await servers.get(message.name)?.close();
    servers.delete(message.name);
    return;
  }
  const { start } = (await import(pathToFileURL(message.module).href)) as { start: Start };
  const log = createLog(message.name, process.env.AIDGRAPH_LOG_LEVEL ?? 'info');
  const app = await start({ ...process.env, ...message.environment }, log);
  const { AIDGRAPH_HOST: host = '127.0.0.1', AIDGRAPH_PORT: port } = message.environment;
  servers.set(message.name, await listen(app, { host, port: Number(port), log }));
}

async function end(): Promise<void> {
  await Promise.all([...servers.values()].map((server) => server.close()));
  process.exit(0);
}

process.on('message', (message: TogetherOrder) => {
  const report = (done: boolean) => {
    if (process.connected) process.send?.({ name: message.name, done } satisfies TogetherReport);
  };
  obey(message).then(
    () => report(true),
    (error: unknown) => {
      process.stderr.write(`${message.name}: ${error instanceof Error ? error.message : 'cannot start'}\n`);
      report(false);
    },
  );
});
process.on('disconnect', end);
process.on('SIGTERM', end);
