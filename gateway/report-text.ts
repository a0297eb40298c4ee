import canonicalize from 'canonicalize';
import { rememberedBy } from '../runtime/remembered-by.js';
import type { DisclosureLine, DisclosureReport } from '../schema/wire/disclosure.js';

/** The RFC 8785 text of a report: what its digest covers, and what the asker is sent. */
export const reportText = rememberedBy(({ lines, ...others }: DisclosureReport): string => {
  // The members of a report in the order RFC 8785 puts them in: lines come first.
  return `{"lines":[${lines.map(lineText).join()}],${(canonicalize(others) as string).slice(1)}`;
});

/** The RFC 8785 text of a line: the same line is the same object each time (read-subgraph-report.ts). */
export const lineText = rememberedBy((line: DisclosureLine) => canonicalize(line) as string);
