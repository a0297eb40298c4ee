import type { App } from './app.js';
import { listen } from './listen.js';
import { createLog, type Logger } from './log.js';
import { ConfigurationError, integer, oneOf, readConfig } from './read-config.js';

const SETTINGS = {
  port: integer('AIDGRAPH_PORT', { min: 0, max: 65_535 }),
  host: { variable: 'AIDGRAPH_HOST', parse: (value: string) => value, fallback: '127.0.0.1' },
  level: oneOf('AIDGRAPH_LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'info'),
};

/**
 * The life of one process: configure, start, listen, and on SIGTERM or SIGINT end in order. Once it listens it tells a
 * supervising parent, over the IPC channel when there is one: `{ listening: port }`. When that parent is gone it ends
 * too, so that a killed supervisor leaves nothing behind.
 */
export async function runProcess(name: string, start: (environment: NodeJS.ProcessEnv, log: Logger) => Promise<App>): Promise<void> {
  const abandoned = () => process.exit(0);
  process.once('disconnect', abandoned);
  try {
    const config = readConfig(process.env, SETTINGS);
    const log = createLog(name, config.level);
    const listening = await listen(await start(process.env, log), { ...config, log });
    let ending = false;
    const end = async () => {
      if (ending) return;
      ending = true;
      await listening.close();
      process.off('disconnect', end);
      if (process.connected) process.disconnect();
      process.exitCode = 0;
      setTimeout(() => process.exit(0), 2_000).unref();
    };
    process.off('disconnect', abandoned);
    process.on('disconnect', end);
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
    process.send?.({ listening: listening.port });
  } catch (error) {
    // Nothing else can be told before the log is configured.
    process.stderr.write(`${name}: ${error instanceof ConfigurationError || error instanceof Error ? error.message : 'cannot start'}\n`);
    process.exitCode = 1;
    process.off('disconnect', abandoned);
    if (process.connected) process.disconnect();
    // A half-opened store must not keep a process that failed.
    setTimeout(() => process.exit(1), 2_000).unref();
  }
}
