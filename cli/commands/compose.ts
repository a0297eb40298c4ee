import { composeFiles } from '../../schema/compose-files.js';
import type { Command } from './command.js';

/** `compose`: lints and composes the subgraphs' committed schemas and prints the supergraph; problems go to standard error. */
export const compose: Command = async ({ print, tell }) => {
  const result = composeFiles();
  if ('supergraph' in result) {
    print(result.supergraph.trimEnd());
    return 0;
  }
  for (const { code, message } of result.errors) tell({ zh: `${code}：${message}`, en: `${code}: ${message}` });
  tell({ zh: `共 ${result.errors.length} 个问题，未合成。`, en: `${result.errors.length} problems; nothing was composed.` });
  return 1;
};
