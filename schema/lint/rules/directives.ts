import { type ASTNode, Kind, visit } from 'graphql';
import { POLICY_DIRECTIVE_NAMES } from '../../policy-directives.js';
import { type LintProblem, problem } from '../problem.js';
import type { Rule } from './rule.js';

/** Directives that compose silently and would move a protected value, or let a cache or a later payload answer. */
export const FORBIDDEN_DIRECTIVES: readonly string[] = [
  'override',
  'provides',
  'interfaceObject',
  'context',
  'fromContext',
  'cacheControl',
  'defer',
  'stream',
];

/** The closed list. Where each may stand, composition checks. */
const ALLOWED: readonly string[] = [
  'key',
  'shareable',
  'inaccessible',
  'external',
  'requires',
  'deprecated',
  'specifiedBy',
  ...POLICY_DIRECTIVE_NAMES,
];

/** No applied directive from outside the closed list, under its own name or a specification's prefix. */
export const directives: Rule = (subgraph) => {
  const problems: LintProblem[] = [];
  for (const definition of subgraph.document.definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) continue;
    visit(definition, {
      Directive(node, _key, _parent, _path, ancestors) {
        const name = node.name.value;
        if (ALLOWED.includes(name)) return;
        const forbidden = FORBIDDEN_DIRECTIVES.includes(name.replace(/^\w+?__/, ''));
        const code = forbidden ? 'DIRECTIVE_FORBIDDEN' : 'DIRECTIVE_UNKNOWN';
        problems.push(problem(code, subgraph.name, ancestors.flatMap(nameOf).join('.'), `@${name}`));
      },
    });
  }
  return problems;
};

const nameOf = (node: ASTNode | readonly ASTNode[]): string[] =>
  'kind' in node && 'name' in node && node.name && node.kind !== Kind.DIRECTIVE ? [(node.name as { value: string }).value] : [];
