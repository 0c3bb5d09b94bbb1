import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './generated/schema-types.d.ts';

/** Money, quantities and rates travel as decimal strings; a float would lose them. */
export type DecimalString = string;
/** A calendar date, `YYYY-MM-DD`, without a zone. */
export type DateString = string;
/** An instant in UTC, ISO 8601. */
export type InstantString = string;

/** Writes a typed GraphQL document: results and variables follow from the text and the schema. Use it in `*.documents.ts` files only. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Decimal: DecimalString; Date: DateString; DateTime: InstantString };
}>();

export { readFragment } from 'gql.tada';
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';
