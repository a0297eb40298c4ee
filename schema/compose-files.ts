import type { Composition } from './compose.js';
import { composeContract, readContractFolder } from './contract-file.js';

/**
 * Lints and composes the committed contract: `subgraphs/<name>.graphql` against `public-fields.txt`, both in `folder`
 * (this one by default).
 *
 * @throws Error when the folder cannot be read or holds no subgraph.
 */
export const composeFiles = (folder?: string): Composition => composeContract(readContractFolder(folder));
