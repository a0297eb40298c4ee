import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
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
  /** The questions every asker has: the gateway plans them before they are asked. One operation each. */
  readonly questions: readonly string[];
}

/**
 * The contract of a folder (this one by default): `subgraphs/<name>.graphql`, `public-fields.txt` and `questions/*.graphql`, if any.
 *
 * @throws Error when the folder cannot be read or holds no subgraph.
 */
export function readContractFolder(folder: string = import.meta.dirname): ContractFile {
  const subgraphs = readDocuments(join(folder, 'subgraphs'));
  if (subgraphs.length === 0) throw new Error('There is no subgraph to compose. Emit the subgraphs first.');
  const questions = join(folder, 'questions');
  return {
    subgraphs: Object.fromEntries(subgraphs),
    publicFields: readFileSync(join(folder, 'public-fields.txt'), 'utf8'),
    questions: existsSync(questions) ? readDocuments(questions).map(([, text]) => text) : [],
  };
}

const readDocuments = (folder: string): (readonly [name: string, text: string])[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => [file.replace(/\.graphql$/, ''), readFileSync(join(folder, file), 'utf8')]);

/** Reads a contract's text. @throws Error for a text that is none, without quoting it. */
export function parseContract(text: string): ContractFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error('the contract is not JSON; write it with `aidgraph compose --out`');
  }
  const { subgraphs, publicFields, questions = [] } = (value ?? {}) as Partial<Record<keyof ContractFile, unknown>>;
  const formed =
    typeof publicFields === 'string' &&
    typeof subgraphs === 'object' &&
    subgraphs !== null &&
    Object.keys(subgraphs).length > 0 &&
    Object.values(subgraphs).every((sdl) => typeof sdl === 'string') &&
    Array.isArray(questions) &&
    questions.every(isDocument);
  if (!formed)
    throw new Error('the contract has not subgraphs, publicFields and questions in their form; write it with `aidgraph compose --out`');
  return { ...(value as ContractFile), questions };
}

function isDocument(text: unknown): boolean {
  try {
    return typeof text === 'string' && parse(text).definitions.length > 0;
  } catch {
    return false;
  }
}

/** Lints and composes a contract. */
export const composeContract = ({ subgraphs, publicFields }: Pick<ContractFile, 'subgraphs' | 'publicFields'>): Composition =>
  compose(
    Object.entries(subgraphs).map(([name, sdl]) => ({ name, sdl })),
    { publicFields },
  );
