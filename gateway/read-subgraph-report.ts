import { BASES } from '../schema/vocabulary/bases.js';
import { OUTCOMES } from '../schema/vocabulary/outcomes.js';
import { isCode } from '../schema/vocabulary/term.js';
import { TRANSFORMS } from '../schema/vocabulary/transforms.js';
import type { DisclosureLine, SubgraphReport } from '../schema/wire/disclosure.js';

const COORDINATE = /^[A-Za-z_]\w{0,99}\.[A-Za-z_]\w{0,99}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/**
 * Reads `extensions.aidgraph` of a subgraph's answer, taking nothing on trust: only codes of the vocabularies pass, and
 * every line is under the name of the subgraph that was asked.
 *
 * @returns undefined when it is not a report.
 */
export function readSubgraphReport(value: unknown, source: string): SubgraphReport | undefined {
  const { jti, lines, asOf, policyVersion } = (value ?? {}) as Record<string, unknown>;
  if (typeof jti !== 'string' || !Array.isArray(lines)) return undefined;
  return {
    jti,
    lines: lines.map((line) => readLine(line, source)).filter((line) => line !== undefined),
    asOf: typeof asOf === 'string' && INSTANT.test(asOf) ? asOf : null,
    policyVersion: typeof policyVersion === 'string' ? policyVersion : null,
  };
}

/** Lines seen before. They are of a vocabulary times the fields of the graph, so they are few; past this many they are forgotten. */
const REMEMBERED = 20_000;
const known = new Map<string, DisclosureLine>();

/** The same line is the same object each time, so that what follows from it is worked out once. */
function readLine(value: unknown, source: string): DisclosureLine | undefined {
  const { coordinate, outcome, transform, basis } = (value ?? {}) as Record<string, unknown>;
  if (typeof coordinate !== 'string' || typeof outcome !== 'string') return undefined;
  const name = [source, coordinate, outcome, typeof transform === 'string' ? transform : '', typeof basis === 'string' ? basis : ''].join(
    '\n',
  );
  const before = known.get(name);
  if (before) return before;
  if (!COORDINATE.test(coordinate) || !isCode(OUTCOMES, outcome)) return undefined;
  const line: DisclosureLine = {
    source,
    coordinate,
    outcome,
    ...(isCode(TRANSFORMS, transform) ? { transform } : {}),
    ...(isCode(BASES, basis) ? { basis } : {}),
  };
  if (known.size >= REMEMBERED) known.clear();
  known.set(name, line);
  return line;
}
