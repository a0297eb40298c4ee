import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type RegistryView, readRegistry } from '../../schema/registry/read-registry.js';
import { CommandError } from '../language.js';
import type { Home } from './paths.js';

/** The registry of this home, verified. @throws CommandError before the first start. */
export function openRegistry(home: Home): RegistryView {
  if (!existsSync(home.registry)) {
    throw new CommandError({ zh: '这里还没有数据。先运行：aidgraph start', en: 'There is nothing here yet. First: aidgraph start' });
  }
  return readRegistry(readFileSync(home.registry, 'utf8'), createPublicKey(readFileSync(home.registryKey, 'utf8')));
}
