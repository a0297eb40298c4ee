import { isTypeSystemDefinitionNode, isTypeSystemExtensionNode, parse } from 'graphql';
import { type LintProblem, problem } from './problem.js';
import { comparePublicFields, parsePublicFields } from './public-fields.js';
import { argumentsClosed } from './rules/arguments.js';
import { caseworkOnly } from './rules/casework-only.js';
import { definedOnce } from './rules/defined-once.js';
import { directives } from './rules/directives.js';
import { entities } from './rules/entities.js';
import { fieldPolicy } from './rules/field-policy.js';
import { interfaces } from './rules/interfaces.js';
import { noPersonInAgency, personFieldsNullable } from './rules/person-fields.js';
import { preamble } from './rules/preamble.js';
import { protectedTypes } from './rules/protected-types.js';
import { publicKinds } from './rules/public-kinds.js';
import { agencyRoots, questionsOnly } from './rules/roots.js';
import type { Rule } from './rules/rule.js';
import { sameEverywhere, shareableProtected } from './rules/same-everywhere.js';
import { scalarsClosed } from './rules/scalars.js';
import { readSubgraph, type Subgraph } from './subgraph.js';

/** A subgraph as its owner emits it: SDL with every applied directive. */
export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
}

export interface LintOptions {
  /** Text of schema/public-fields.txt; null leaves out the check of that list (tests of single subgraphs). */
  readonly publicFields: string | null;
}

const RULES: readonly Rule[] = [
  preamble,
  directives,
  definedOnce,
  fieldPolicy,
  sameEverywhere,
  shareableProtected,
  interfaces,
  entities,
  personFieldsNullable,
  noPersonInAgency,
  agencyRoots,
  questionsOnly,
  caseworkOnly,
  argumentsClosed,
  scalarsClosed,
  protectedTypes,
  publicKinds,
];

/**
 * Everything the policy refuses in these subgraphs; an empty list is the only pass. Reads subgraph SDLs, never a
 * supergraph: composition unions directives, so protection on one side only looks complete there.
 */
export function lintSubgraphs(subgraphs: readonly SubgraphSdl[], options: LintOptions): LintProblem[] {
  const problems: LintProblem[] = [];
  const read: Subgraph[] = [];
  for (const { name, sdl } of subgraphs) {
    const subgraph = read.some((other) => other.name === name) ? undefined : tryRead(name, sdl);
    if (subgraph) read.push(subgraph);
    else problems.push(problem('SDL_NOT_READABLE', name, ''));
  }
  for (const subgraph of read) problems.push(...RULES.flatMap((rule) => rule(subgraph, read)));
  if (options.publicFields === null) return problems;
  const listed = parsePublicFields(options.publicFields);
  return [...problems, ...listed.problems, ...comparePublicFields(listed.fields, read)];
}

function tryRead(name: string, sdl: string): Subgraph | undefined {
  try {
    const document = parse(sdl);
    const onlyTypes = document.definitions.every((node) => isTypeSystemDefinitionNode(node) || isTypeSystemExtensionNode(node));
    return onlyTypes ? readSubgraph(name, sdl, document) : undefined;
  } catch {
    return undefined;
  }
}
