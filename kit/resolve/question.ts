import { type DocumentNode, Kind, parse, visit } from 'graphql';
import { Refusal } from '../../schema/errors.js';

/** A sub-request as it travels. */
export interface Question {
  readonly query: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** What a document asks for, worked out once per text. */
interface Parsed {
  readonly document: DocumentNode;
  /** Variables that hold representations of entities. */
  readonly representationVariables: readonly string[];
}

const REMEMBERED = 500;
const parsed = new Map<string, Parsed>();

function parseOnce(query: string): Parsed {
  const known = parsed.get(query);
  if (known) return known;
  const document = parse(query, { noLocation: true, maxTokens: 5_000 });
  const names = new Set<string>();
  visit(document, {
    Field(field) {
      if (field.name.value !== '_entities') return;
      for (const argument of field.arguments ?? []) {
        // A planner sends representations as variables; anything else was not written by one.
        if (argument.value.kind !== Kind.VARIABLE) throw new Refusal('STATEMENT_REFUSED', 'literal representations');
        names.add(argument.value.name.value);
      }
    },
  });
  if (parsed.size >= REMEMBERED) parsed.delete(parsed.keys().next().value as string);
  const entry = { document, representationVariables: [...names] };
  parsed.set(query, entry);
  return entry;
}

/** Reads a sub-request's body. @throws Refusal MALFORMED_REQUEST. */
export function readQuestion(body: Uint8Array): Question {
  try {
    const { query, variables, operationName } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, unknown>;
    if (typeof query !== 'string' || (operationName != null && typeof operationName !== 'string')) throw new Error('shape');
    if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) throw new Error('shape');
    return {
      query,
      document: parseOnce(query).document,
      variables: (variables ?? {}) as Record<string, unknown>,
      operationName: operationName ?? undefined,
    };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('MALFORMED_REQUEST');
  }
}

/**
 * The values of `keyField` in all representations of a question.
 *
 * @throws Refusal STATEMENT_REFUSED for a representation that names no person of this subgraph.
 */
export function representedKeys(question: Question, keyField: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const name of parseOnce(question.query).representationVariables) {
    const representations = question.variables[name];
    if (!Array.isArray(representations)) throw new Refusal('STATEMENT_REFUSED', 'representations');
    for (const entry of representations as unknown[]) {
      const { __typename: type, [keyField]: key } = (entry ?? {}) as Record<string, unknown>;
      if (type !== 'Person' || typeof key !== 'string') throw new Refusal('STATEMENT_REFUSED', 'representation');
      keys.add(key);
    }
  }
  return keys;
}
