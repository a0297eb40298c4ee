import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Logger } from '../runtime/log.js';
import { counter } from '../runtime/metrics.js';
import { ConfigurationError } from '../runtime/read-config.js';
import type { GatewayApp } from './app.js';
import type { Served } from './edition.js';

/** How often the file is looked at, in milliseconds: by its state, which also works where changes are not announced (mounts). */
const INTERVAL = 1_000;

const reloads = counter('aidgraph_gateway_reloads_total', 'Supergraphs offered while serving, by what became of them.', ['result']);

/**
 * Gives the gateway what it is configured with anew, on SIGHUP and when the contract's file changes. What cannot be used is
 * refused with one line in the log, and the old serves on.
 *
 * @param read reads the whole configuration again. @throws when anything of it cannot be used.
 * @returns a function that stops following.
 */
export function followContract(
  app: GatewayApp,
  options: { readonly file: string | undefined; readonly read: () => Served; readonly log: Logger },
): () => void {
  const { file, log } = options;
  let offered = textOf(file);

  async function reload(trigger: 'SIGHUP' | 'FILE'): Promise<void> {
    const before = app.version();
    offered = textOf(file);
    try {
      const served = options.read();
      await app.take(served);
      reloads.inc({ result: 'TAKEN' });
      log.info({ trigger, supergraph: app.version(), before, registry: served.registry.version }, 'supergraph taken');
    } catch (error) {
      reloads.inc({ result: 'REFUSED' });
      log.error({ trigger, supergraph: before, problems: problemsOf(error) }, 'supergraph refused; the one before serves on');
    }
  }

  const onSignal = () => void reload('SIGHUP');
  // What a signal made us read already is not offered twice.
  const onFile = () => {
    if (textOf(file) !== offered) void reload('FILE');
  };
  process.on('SIGHUP', onSignal);
  if (file !== undefined) watchFile(file, { interval: INTERVAL, persistent: false }, onFile);
  return () => {
    process.off('SIGHUP', onSignal);
    if (file !== undefined) unwatchFile(file, onFile);
  };
}

function textOf(file: string | undefined): string | undefined {
  try {
    return file === undefined ? undefined : readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Configuration and contract hold nothing of a person; what a library says of them is still cut short. */
const problemsOf = (error: unknown): readonly string[] => {
  if (error instanceof ConfigurationError) return error.problems;
  return [error instanceof Error ? (error.message.split('\n')[0] as string).slice(0, 200) : 'unknown'];
};
