import type { DisclosureLine, DisclosureReport } from '../schema/wire/disclosure.js';
import type { SourceAnswer } from './journey.js';
import { lineText } from './report-text.js';

/**
 * Merges what all subgraphs said of one request: each line once, in a fixed order, and every subgraph that was asked. A
 * source counts as answered when all its sub-requests were, and is as old as its oldest answer.
 */
export function disclosureReport(receipt: string, purpose: string, answers: readonly SourceAnswer[]): DisclosureReport {
  const lines = new Map<string, DisclosureLine>();
  const sources = new Map<string, { source: string; asOf: string | null; answered: boolean }>();
  for (const { source, lines: said, asOf, answered } of answers) {
    for (const line of said) lines.set(`${line.source} ${line.coordinate} ${lineText(line)}`, line);
    const before = sources.get(source);
    sources.set(source, {
      source,
      asOf: [before?.asOf, asOf].filter((at) => at != null).sort()[0] ?? null,
      answered: answered && (before?.answered ?? true),
    });
  }
  return {
    receipt,
    purpose,
    lines: sorted(lines).map(([, line]) => line),
    sources: sorted(sources).map(([, source]) => source),
  };
}

const sorted = <V>(entries: ReadonlyMap<string, V>): [string, V][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
