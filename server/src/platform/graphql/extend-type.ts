import { Field, type ClassType } from 'type-graphql';

interface ExtendOptions {
  readonly nullable?: boolean;
  readonly description?: string;
}

/**
 * Adds a plain field to a GraphQL type that is declared lower, as `extendShape` adds it to the shape: the two types may
 * then name each other although their files may not. The statement answers it; no resolver stands in between.
 */
export function extendType(
  target: ClassType<object>,
  fields: Readonly<Record<string, readonly [type: () => object, options?: ExtendOptions]>>,
): void {
  for (const [name, [type, options]] of Object.entries(fields))
    Field(type as () => ClassType, { ...options })(target.prototype, name);
}
