import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Composition, compose } from './compose.js';

/**
 * The contract in one text, so that it can be replaced whole: what the linter judges and the composer composes. A supergraph
 * alone could not be judged again (schema/lint/lint-subgraphs.ts).
 */
export interface ContractFile {
  /** SDL by subgraph. */
  readonly subgraphs: Readonly<Record<string, string>>;
  /** Text of public-fields.txt. */
  readonly publicFields: string;
}

/**
 * The contract of a folder (this one by default): `subgraphs/<name>.graphql` and `public-fields.txt`.
 *
 * @throws Error when the folder cannot be read or holds no subgraph.
 */
export function readContractFolder(folder: string = import.meta.dirname): ContractFile {
  const files = readdirSync(join(folder, 'subgraphs'))
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  if (files.length === 0) throw new Error('There is no subgraph to compose. Emit the subgraphs first.');
  const sdl = (file: string) => readFileSync(join(folder, 'subgraphs', file), 'utf8');
  return {
    subgraphs: Object.fromEntries(files.map((file) => [file.replace(/\.graphql$/, ''), sdl(file)])),
    publicFields: readFileSync(join(folder, 'public-fields.txt'), 'utf8'),
  };
}

/** Reads a contract's text. @throws Error for a text that is none, without quoting it. */
export function parseContract(text: string): ContractFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('the contract is not JSON; write it with `aidgraph compose --out`');
  }
  const { subgraphs, publicFields } = (value ?? {}) as Partial<Record<keyof ContractFile, unknown>>;
  const formed =
    typeof publicFields === 'string' &&
    typeof subgraphs === 'object' &&
    subgraphs !== null &&
    Object.keys(subgraphs).length > 0 &&
    Object.values(subgraphs).every((sdl) => typeof sdl === 'string');
  if (!formed) throw new Error('the contract has not both subgraphs and publicFields; write it with `aidgraph compose --out`');
  return value as ContractFile;
}

/** Lints and composes a contract. */
export const composeContract = ({ subgraphs, publicFields }: ContractFile): Composition =>
  compose(
    Object.entries(subgraphs).map(([name, sdl]) => ({ name, sdl })),
    { publicFields },
  );
