import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Decimal } from '../../kernel/decimal.ts';
import { parseCalendarDate } from '../../kernel/calendar-date.ts';

/** A scalar that is a string on the wire. Outgoing values come ready-made from the database and pass as they are. */
function textScalar(
  name: string,
  description: string,
  serialize: (value: unknown) => string,
  parse: (text: string) => unknown,
): GraphQLScalarType {
  const read = (value: unknown): unknown => {
    if (typeof value !== 'string') throw new GraphQLError(`${name} must be a string`);
    try {
      return parse(value);
    } catch {
      throw new GraphQLError(`${JSON.stringify(value.slice(0, 40))} is not a valid ${name}: ${description}`);
    }
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize,
    parseValue: read,
    parseLiteral: (node) => {
      if (node.kind !== Kind.STRING && !(name === 'Decimal' && (node.kind === Kind.INT || node.kind === Kind.FLOAT))) {
        throw new GraphQLError(`${name} must be a string`, { nodes: node });
      }
      return read(node.value);
    },
  });
}

const DECIMAL = /^-?\d{1,18}(\.\d{1,9})?$/;

/** An exact decimal number as a string; in code a Decimal. */
export const DecimalScalar = textScalar('Decimal', 'an exact decimal number such as "12.5"', String, (text) => {
  if (!DECIMAL.test(text)) throw new Error('not a decimal');
  return new Decimal(text);
});

/** A calendar date without a time; in code `YYYY-MM-DD`. */
export const DateScalar = textScalar('Date', 'a calendar date such as "2026-11-24"', String, parseCalendarDate);

/** An instant in UTC; in code a Date when it comes in, ISO 8601 text when it goes out. */
export const DateTimeScalar = textScalar(
  'DateTime',
  'an instant such as "2026-11-24T08:30:00Z"',
  (value) => (value instanceof Date ? value.toISOString() : String(value)),
  (text) => {
    const instant = new Date(text);
    if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(instant.getTime()))
      throw new Error('not an instant');
    return instant;
  },
);
