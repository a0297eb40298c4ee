import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { FieldPolicy } from '../../schema/policy-directives.js';
import { subjectOf } from '../resolve/subject.js';
import { transformValue } from '../transform/apply-transform.js';
import { effectiveOutcome } from './effective-outcome.js';
import type { FieldPolicies } from './field-policies.js';
import type { PersonDecisions } from './person-decisions.js';

type ProtectedPolicy = Extract<FieldPolicy, { kind: 'PROTECTED' }>;

/** What a protected field needs of the context. */
export interface Enforceable {
  readonly decisions: PersonDecisions;
}

/**
 * Wraps the resolver of every field the SDL protects: decide first, read only what may be released, transform. A
 * withheld field is not read at all. Wrappers are synchronous unless the resolver itself is not.
 *
 * @returns the coordinates that were wrapped, for the start-up self-check.
 */
export function protectSchema(schema: GraphQLSchema, policies: FieldPolicies): ReadonlySet<string> {
  const wrapped = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const policy = policies.get(coordinate);
      if (policy?.kind !== 'PROTECTED') continue;
      field.resolve = wrap(policy, field.resolve ?? defaultFieldResolver);
      wrapped.add(coordinate);
    }
  }
  return wrapped;
}

function wrap(policy: ProtectedPolicy, resolve: GraphQLFieldResolver<unknown, Enforceable>): GraphQLFieldResolver<unknown, Enforceable> {
  const { categories, subject, by } = policy;
  return (source, args, context, info) => {
    const ref = subjectOf(source, subject);
    if (ref === undefined) return null;
    const { decisions } = context;
    const outcome = effectiveOutcome(decisions.of(ref, categories).outcome, by);
    if (outcome === 'WITHHELD') return null;
    const value: unknown = resolve(source, args, context, info);
    if (outcome === 'RAW') return value;
    return value instanceof Promise
      ? value.then((settled: unknown) => transformValue(by, settled, decisions))
      : transformValue(by, value, decisions);
  };
}
