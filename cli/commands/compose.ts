import { composeContract, readContractFolder } from '../../schema/contract-file.js';
import { writePrivate } from '../home/files.js';
import type { Command } from './command.js';

/**
 * `compose [--out FILE]`: lints and composes the subgraphs' committed schemas. Prints the supergraph, or writes the contract
 * for a gateway's AIDGRAPH_CONTRACT, whole or not at all. Problems go to standard error, and nothing is written.
 */
export const compose: Command = async ({ print, tell, options }) => {
  const contract = readContractFolder();
  const result = composeContract(contract);
  if ('supergraph' in result) {
    if (typeof options.out === 'string') writePrivate(options.out, `${JSON.stringify(contract, null, 1)}\n`);
    else print(result.supergraph.trimEnd());
    return 0;
  }
  for (const { code, message } of result.errors) tell({ zh: `${code}：${message}`, en: `${code}: ${message}` });
  tell({ zh: `共 ${result.errors.length} 个问题，未合成。`, en: `${result.errors.length} problems; nothing was composed.` });
  return 1;
};
