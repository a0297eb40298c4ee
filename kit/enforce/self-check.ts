import type { FieldPolicies } from './field-policies.js';

/**
 * A subgraph starts only when the wrappers it installed are exactly the fields its SDL protects.
 *
 * @throws Error naming the fields on which the two differ.
 */
export function selfCheck(policies: FieldPolicies, wrapped: ReadonlySet<string>): void {
  const declared = new Set([...policies].filter(([, policy]) => policy.kind === 'PROTECTED').map(([coordinate]) => coordinate));
  const open = [...declared].filter((coordinate) => !wrapped.has(coordinate));
  const extra = [...wrapped].filter((coordinate) => !declared.has(coordinate));
  if (open.length > 0 || extra.length > 0) {
    throw new Error(
      `The schema that would be served is not the one the SDL protects (unprotected: ${open.join(', ') || 'none'}; not declared: ${extra.join(', ') || 'none'}).`,
    );
  }
}
