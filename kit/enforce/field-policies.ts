import { type DocumentNode, Kind, parse } from 'graphql';
import { type FieldPolicy, POLICY_TYPE_NAMES, readFieldPolicy } from '../../schema/policy-directives.js';

/** `Type.field` → what the SDL says of it. */
export type FieldPolicies = ReadonlyMap<string, FieldPolicy>;

/**
 * Reads the policy of every field of a subgraph's SDL.
 *
 * @throws Error naming each field that says nothing this contract knows: such a subgraph must not start.
 */
export function readFieldPolicies(sdl: string): FieldPolicies {
  const document: DocumentNode = parse(sdl, { noLocation: true });
  const policies = new Map<string, FieldPolicy>();
  const unknown: string[] = [];
  for (const definition of document.definitions) {
    if (
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION
    ) {
      if (POLICY_TYPE_NAMES.includes(definition.name.value)) continue;
      for (const field of definition.fields ?? []) {
        const coordinate = `${definition.name.value}.${field.name.value}`;
        const policy = readFieldPolicy(field);
        if (policy) policies.set(coordinate, policy);
        else unknown.push(coordinate);
      }
    }
  }
  if (unknown.length > 0)
    throw new Error(`These fields have no policy: ${unknown.join(', ')}. Mark each with @consent and @deidentify, @derived or @public.`);
  return policies;
}
