/** What of a policy line says when it applies. */
export interface LineScope {
  readonly recipient: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly from: string;
  readonly to: string | null;
}

/** Pairs of lines that would both decide on the same recipient, purpose, category and day: each a problem, in words. */
export function overlappingLines(lines: readonly LineScope[]): string[] {
  return lines.flatMap((line, at) => {
    const repeated = line.categories.filter((category, position) => line.categories.indexOf(category) !== position);
    const problems = repeated.map((category) => `lines[${at}]: ${category} is named twice`);
    lines.slice(0, at).forEach((other, before) => {
      if (line.recipient !== other.recipient || line.purpose !== other.purpose) return;
      if ((line.to !== null && line.to < other.from) || (other.to !== null && other.to < line.from)) return;
      const shared = line.categories.filter((category) => other.categories.includes(category));
      if (shared.length > 0) problems.push(`lines[${before}] and lines[${at}]: both decide on ${shared.join(', ')} on the same days`);
    });
    return problems;
  });
}
