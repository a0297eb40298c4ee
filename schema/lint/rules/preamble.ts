import { type ConstDirectiveNode, type DefinitionNode, Kind, valueFromASTUntyped } from 'graphql';
import { SDL_PREAMBLE } from '../../emit-sdl.js';
import { POLICY_DIRECTIVE_NAMES, POLICY_TYPE_NAMES } from '../../policy-directives.js';
import { type LintProblem, problem } from '../problem.js';
import { inPreamble, type Subgraph } from '../subgraph.js';
import { FORBIDDEN_DIRECTIVES } from './directives.js';
import type { Rule } from './rule.js';

/** Header and policy directives are exactly the contract's, once; nothing else is defined, linked or renamed. */
export const preamble: Rule = (subgraph) => {
  if (!subgraph.sdl.startsWith(SDL_PREAMBLE)) return [whatDiffers(subgraph)];
  const outside = subgraph.document.definitions.filter((node) => !inPreamble(node, subgraph.sdl));
  return outside.flatMap((node): LintProblem[] => {
    if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) {
      return [problem(renames(node) ? 'DIRECTIVE_RENAMED' : 'PREAMBLE_DIFFERS', subgraph.name, 'schema')];
    }
    const name = 'name' in node ? (node.name?.value ?? '') : '';
    if (node.kind === Kind.DIRECTIVE_DEFINITION) {
      const code = FORBIDDEN_DIRECTIVES.includes(name) ? 'DIRECTIVE_FORBIDDEN' : 'PREAMBLE_DIFFERS';
      return [problem(code, subgraph.name, `@${name}`)];
    }
    return POLICY_TYPE_NAMES.includes(name) ? [problem('POLICY_NAME_TAKEN', subgraph.name, name)] : [];
  });
};

function whatDiffers({ name, document }: Subgraph): LintProblem {
  if (document.definitions.some(renames)) return problem('DIRECTIVE_RENAMED', name, 'schema');
  const composed = document.definitions.flatMap((node) =>
    schemaDirectives(node, 'composeDirective').map((entry) => argument(entry, 'name')),
  );
  const missing = POLICY_DIRECTIVE_NAMES.find((directive) => !composed.includes(`@${directive}`));
  return missing ? problem('DIRECTIVE_NOT_COMPOSED', name, `@${missing}`) : problem('PREAMBLE_DIFFERS', name, '');
}

const renames = (node: DefinitionNode): boolean =>
  schemaDirectives(node, 'link').some((link) => {
    const imports = argument(link, 'import');
    const renamed = (entry: unknown) => typeof entry === 'object' && entry !== null && 'as' in entry;
    return argument(link, 'as') !== undefined || (Array.isArray(imports) && imports.some(renamed));
  });

function schemaDirectives(node: DefinitionNode, name: string): readonly ConstDirectiveNode[] {
  if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) return [];
  return (node.directives ?? []).filter((entry) => entry.name.value === name);
}

function argument(directive: ConstDirectiveNode, name: string): unknown {
  const node = directive.arguments?.find((entry) => entry.name.value === name);
  return node && valueFromASTUntyped(node.value);
}
