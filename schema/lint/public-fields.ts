import { PUBLIC_KINDS, type PublicKind } from '../policy-directives.js';
import { type LintProblem, problem } from './problem.js';
import { fieldsOf, type Subgraph } from './subgraph.js';

/** One line of schema/public-fields.txt: a field that two people agreed is not personal data. */
export interface PublicField {
  readonly subgraph: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly kind: PublicKind;
  readonly reviewers: readonly string[];
}

const LINE = /^(\S+) +(\w+\.\w+) +(\w+) +# reviewers: (.*)$/;

/** Reads the list: one field a line, `#` begins a comment line. Lines that cannot be used are problems, not fields. */
export function parsePublicFields(text: string): { readonly fields: readonly PublicField[]; readonly problems: readonly LintProblem[] } {
  const fields = new Map<string, PublicField>();
  const problems: LintProblem[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, subgraph = '', coordinate = '', word = '', names = ''] = LINE.exec(line) ?? [];
    const kind = PUBLIC_KINDS.find((entry) => entry === word);
    const identity = `${subgraph} ${coordinate}`;
    const reviewers = names.split(',').map((name) => name.trim());
    if (!kind || fields.has(identity)) problems.push(problem('PUBLIC_LINE_MALFORMED', '', `line ${index + 1}`));
    else if (new Set(reviewers.filter(Boolean)).size < 2) problems.push(problem('PUBLIC_REVIEWERS_MISSING', subgraph, coordinate));
    if (kind) fields.set(identity, { subgraph, coordinate, kind, reviewers });
  }
  return { fields: [...fields.values()], problems };
}

/** Whether the list and the `@public` fields of the subgraphs are the same, both ways. */
export function comparePublicFields(listed: readonly PublicField[], subgraphs: readonly Subgraph[]): LintProblem[] {
  const left = new Map(listed.map((field) => [`${field.subgraph} ${field.coordinate}`, field]));
  const problems: LintProblem[] = [];
  for (const subgraph of subgraphs) {
    for (const { coordinate, policy } of fieldsOf(subgraph)) {
      if (policy?.kind !== 'PUBLIC') continue;
      const line = left.get(`${subgraph.name} ${coordinate}`);
      left.delete(`${subgraph.name} ${coordinate}`);
      const detail = `${subgraph.name} ${coordinate} ${policy.as}  # reviewers: …`;
      if (!line) problems.push(problem('PUBLIC_NOT_LISTED', subgraph.name, coordinate, detail));
      else if (line.kind !== policy.as) problems.push(problem('PUBLIC_KIND_DIFFERS', subgraph.name, coordinate, detail));
    }
  }
  for (const { subgraph, coordinate } of left.values()) problems.push(problem('PUBLIC_GONE', subgraph, coordinate));
  return problems;
}
