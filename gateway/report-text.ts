import canonicalize from 'canonicalize';
import type { DisclosureLine, DisclosureReport } from '../schema/wire/disclosure.js';

/** By line: the same line is the same object each time (read-subgraph-report.ts). */
const lineTexts = new WeakMap<DisclosureLine, string>();
const texts = new WeakMap<DisclosureReport, string>();

/** The RFC 8785 text of a report: what its digest covers, and what the asker is sent. */
export function reportText(report: DisclosureReport): string {
  let text = texts.get(report);
  if (text === undefined) {
    const { lines, ...others } = report;
    // The members of a report in the order RFC 8785 puts them in: lines come first.
    text = `{"lines":[${lines.map(lineText).join()}],${(canonicalize(others) as string).slice(1)}`;
    texts.set(report, text);
  }
  return text;
}

/** The RFC 8785 text of a line. */
export function lineText(line: DisclosureLine): string {
  let text = lineTexts.get(line);
  if (text === undefined) {
    text = canonicalize(line) as string;
    lineTexts.set(line, text);
  }
  return text;
}
