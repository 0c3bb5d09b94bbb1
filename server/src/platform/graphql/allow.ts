import { defaultFieldResolver, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from './context.ts';
import { forbidden, unauthenticated } from './errors.ts';

/** Demands that whoever asks has this action, e.g. `purchasing.order.release`. Every mutation names one, or `ANYBODY`. */
export const Allow = (action: string): MethodDecorator => Extensions({ action });
/** For the few mutations that stand before or beside rights: signing in and out. */
export const ANYBODY = '*';

/** Puts the check of @Allow before every resolver that names an action. */
export function guardActions(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type))
      for (const field of Object.values(type.getFields())) guard(field as GraphQLField<unknown, Context>);
}

function guard(field: GraphQLField<unknown, Context>): void {
  const action = field.extensions['action'];
  if (typeof action !== 'string' || action === ANYBODY) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args: object, context, info) => {
    if (context.actor.audience === 'NOBODY') throw unauthenticated();
    if (!context.actor.actions.has(action)) throw forbidden();
    return resolve(source, args, context, info);
  };
}
