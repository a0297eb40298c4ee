import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function stringScalar(name: string, description: string, pattern: RegExp): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    // The value itself is never named: it may be personal data.
    throw new GraphQLError(`A value is not a ${name}.`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: check,
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** Yuan with two decimals, as a string; computed as bigint fen inside. */
export const Decimal = stringScalar('Decimal', 'Yuan with two decimals, as text: `1234.50`.', /^-?(0|[1-9]\d*)\.\d{2}$/);

/** A date known to the day, the month or the year: the length says how much is released (ISO 8601 reduced precision). */
export const PartialDate = stringScalar(
  'PartialDate',
  'A date to the day, the month or the year: `2024-05-17`, `2024-05`, `2024`.',
  /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
);

/** An instant (RFC 3339, UTC). */
export const DateTime = stringScalar('DateTime', 'An instant, RFC 3339 in UTC.', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
