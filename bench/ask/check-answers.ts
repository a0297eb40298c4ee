import type { PersonAid } from '../../cli/ask/question.js';
import type { Received } from './send-round.js';
import type { VariantName } from './variant.js';

/**
 * Every variant must have done the whole work: answered every question, without an error, with the same data.
 *
 * @throws Error naming the variant, and never quoting an answer.
 */
export function checkAnswers(answers: ReadonlyMap<VariantName, readonly Received[]>): void {
  let first: readonly string[] | undefined;
  for (const [variant, received] of answers) {
    const data = received.map(({ status, text }) => {
      const answer = JSON.parse(text) as { data?: PersonAid | null; errors?: readonly { extensions?: { code?: string } }[] };
      const code = answer.errors?.[0]?.extensions?.code;
      if (status !== 200 || code !== undefined) throw new Error(`${variant} answered ${status} ${code ?? ''}`);
      const person = answer.data?.person;
      if (!person?.priorAid || !person.civilAffairsAid?.items || !person.charityAid?.items) throw new Error(`${variant} left a part out`);
      return JSON.stringify(sorted(answer.data));
    });
    first ??= data;
    const different = data.filter((text, at) => text !== first?.[at]).length;
    if (different > 0) throw new Error(`${variant} answered ${different} of ${data.length} questions otherwise`);
  }
}

/** Planners put the members of an answer in different orders, and records of one day stand in an order of each asker's own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(sorted(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
