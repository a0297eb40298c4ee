import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readFieldPolicies } from '../../kit/enforce/field-policies.js';

/** What every person of the county said, in one state of the leak test. */
export interface GrantState {
  readonly name: string;
  readonly kind?: 'GIVE' | 'REFUSE' | 'WITHDRAW' | 'AUTHORISE_HOUSEHOLD_CHECK';
  readonly extent?: 'SUMMARY' | 'DETAIL';
  readonly categories?: readonly string[];
  readonly expired?: boolean;
}

interface Line {
  recipient: string;
  purpose: string;
  categories: string[];
  householdAuthorisation: boolean;
  without: { outcome: string; basis?: { rank: string } };
  with: { outcome: string };
}

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/**
 * The decision table, written down a second time and apart from kit/decide: whether a category may leave as recorded.
 * All lines of the committed policies are in force.
 */
function rawAllowed(line: Line | undefined, category: string, state: GrantState): boolean {
  if (!line) return false;
  const named = state.categories?.includes(category) ?? false;
  const authorised = named && state.kind === 'AUTHORISE_HOUSEHOLD_CHECK';
  const withoutIsRaw = line.without.outcome === 'RAW' && (!line.householdAuthorisation || authorised);
  const statutory = ['LAW', 'ADMINISTRATIVE_REGULATION'].includes(line.without.basis?.rank ?? '');
  if (named && (state.kind === 'REFUSE' || state.kind === 'WITHDRAW')) return withoutIsRaw && statutory;
  const granted = named && state.kind === 'GIVE' && !state.expired && state.extent === 'DETAIL' && line.with.outcome === 'RAW';
  return withoutIsRaw || granted;
}

/** Makes the oracle of one agency: may this field leave as recorded for this asker in this state? */
export function mayBeRaw(agency: string): (coordinate: string, recipient: string, purpose: string, state: GrantState) => boolean {
  const policies = readFieldPolicies(read(`schema/subgraphs/${agency}.graphql`));
  const { lines } = parse(read(`subgraphs/${agency}/policy.yaml`)) as { lines: Line[] };
  return (coordinate, recipient, purpose, state) => {
    const policy = policies.get(coordinate);
    if (policy?.kind !== 'PROTECTED' || policy.by === 'PSEUDONYM') return false;
    return policy.categories.every((category) => {
      const line = lines.find((entry) => entry.recipient === recipient && entry.purpose === purpose && entry.categories.includes(category));
      return rawAllowed(line, category, state);
    });
  };
}
