import { createPublicKey } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addresses, ConfigurationError, fileText, readConfig } from '../runtime/read-config.js';
import type { Composition } from '../schema/compose.js';
import { composeContract, parseContract, readContractFolder } from '../schema/contract-file.js';
import { readRegistry } from '../schema/registry/read-registry.js';
import type { Served } from './edition.js';

/** Where it is read from. */
export const SERVED_SETTINGS = {
  registry: fileText('AIDGRAPH_REGISTRY'),
  registryKey: fileText('AIDGRAPH_REGISTRY_KEY'),
  subgraphs: addresses('AIDGRAPH_SUBGRAPHS'),
  contract: { ...fileText('AIDGRAPH_CONTRACT'), fallback: '' },
};

/** The contract's file, when the environment names one. */
export const contractFileOf = (environment: NodeJS.ProcessEnv): string | undefined => environment.AIDGRAPH_CONTRACT || undefined;

/**
 * Reads what the gateway serves from its environment, at the start and again at every reload. The gateway lints and composes
 * the contract itself, so that a supergraph nobody linted cannot be served.
 *
 * @throws ConfigurationError with everything wrong, every refusal of the linter among it; Error for a registry that does not verify.
 */
export function readServed(environment: NodeJS.ProcessEnv): Served {
  const { registry, registryKey, subgraphs, contract } = readConfig(environment, SERVED_SETTINGS);
  const composition = contract === '' ? composeCommitted() : composeText(contract);
  if ('errors' in composition) throw new ConfigurationError(composition.errors.map(({ code, message }) => `${code} ${message}`));
  return { registry: readRegistry(registry, createPublicKey(registryKey)), supergraph: composition.supergraph, subgraphs };
}

function composeText(text: string): Composition {
  try {
    return composeContract(parseContract(text));
  } catch (error) {
    throw new ConfigurationError([(error as Error).message]);
  }
}

/** The committed contract, beside this module in the sources or copied beside it in the build. */
function composeCommitted(): Composition {
  const folder = join(import.meta.dirname, '../schema');
  if (!existsSync(join(folder, 'public-fields.txt')))
    throw new ConfigurationError(['AIDGRAPH_CONTRACT is not set, and the contract is not in the build; run `npm run build`']);
  return composeContract(readContractFolder(folder));
}
