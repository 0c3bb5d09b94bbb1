import { getNamedType, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from 'graphql';
import { DecimalScalar } from './scalars.ts';

/**
 * Whether an exact number stands in the document itself. The compiler writes arguments that do not vary into its code as
 * JSON, where such a number becomes a text; in variables it stays what it is.
 */
export function holdsDecimals(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let isFound = false;
  const look = (): void => {
    const type = types.getInputType();
    if (type && getNamedType(type).name === DecimalScalar.name) isFound = true;
  };
  visit(document, visitWithTypeInfo(types, { StringValue: look, IntValue: look, FloatValue: look }));
  return isFound;
}
