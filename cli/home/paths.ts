import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { SYSTEM_FOLDER } from '../postgres/binaries.js';

/** Where one house keeps everything: the folder `.aidgraph`, and for root also a folder PostgreSQL's account can enter. */
export interface Home {
  readonly root: string;
  readonly config: string;
  /** State of the running house; absent when none runs. */
  readonly state: string;
  /** How far the first start came. */
  readonly imported: string;
  readonly registry: string;
  readonly registryKey: string;
  readonly county: string;
  readonly logs: string;
  /** Data directory of the embedded PostgreSQL. */
  readonly postgres: string;
  /** The folder of one process's secrets. */
  secrets(process: string): string;
  /** What an organisation's own askers keep: its ref cache, its users' keys. */
  client(organisation: string): string;
}

/** The home of AIDGRAPH_HOME, else `.aidgraph` in the current folder. Nothing is made yet. */
export function findHome(environment: NodeJS.ProcessEnv = process.env): Home {
  const root = resolve(environment.AIDGRAPH_HOME || '.aidgraph');
  const asRoot = process.getuid?.() === 0;
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return {
    root,
    config: join(root, 'config.json'),
    state: join(root, 'state.json'),
    imported: join(root, 'imported.json'),
    registry: join(root, 'registry.json'),
    registryKey: join(root, 'registry-key.pem'),
    county: join(root, 'county'),
    logs: join(root, 'logs'),
    postgres: asRoot ? join(SYSTEM_FOLDER, mark, 'postgres') : join(root, 'postgres'),
    secrets: (process) => join(root, 'secrets', process),
    client: (organisation) => join(root, 'clients', organisation),
  };
}
