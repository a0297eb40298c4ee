import { type ConstDirectiveNode, type ConstValueNode, Kind } from 'graphql';
import { POLICY_DIRECTIVE_NAMES } from '../../policy-directives.js';
import { problem } from '../problem.js';
import { fieldsOf } from '../subgraph.js';
import type { Rule } from './rule.js';

/** Every field says what it is, in words the contract knows. */
export const fieldPolicy: Rule = (subgraph) =>
  fieldsOf(subgraph).flatMap(({ node, policy, coordinate }) => {
    const said = (node.directives ?? []).filter(({ name }) => POLICY_DIRECTIVE_NAMES.includes(name.value));
    if (said.length === 0) return [problem('POLICY_MISSING', subgraph.name, coordinate)];
    return policy && said.every(exact) ? [] : [problem('POLICY_NOT_UNDERSTOOD', subgraph.name, coordinate)];
  });

const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  consent: ['categories', 'subject'],
  deidentify: ['by'],
  derived: [],
  public: ['as'],
};

/** Tools differ in what they make of a string for an enum value, a repeated argument or an unknown one. */
function exact({ name, arguments: given = [] }: ConstDirectiveNode): boolean {
  const names = given.map((entry) => entry.name.value);
  const known = names.every((entry) => ARGUMENTS[name.value]?.includes(entry));
  return known && new Set(names).size === names.length && given.every(({ value }) => onlyEnums(value));
}

const onlyEnums = (value: ConstValueNode): boolean =>
  value.kind === Kind.ENUM || (value.kind === Kind.LIST && value.values.every((entry) => entry.kind === Kind.ENUM));
