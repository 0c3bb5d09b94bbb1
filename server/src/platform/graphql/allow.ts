import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from './context.ts';
import { forbidden, unauthenticated } from './errors.ts';

/** Demands that whoever asks has this action, e.g. `purchasing.order.release`. Every mutation names one, or `ANYBODY`. */
export const Allow = (action: string): MethodDecorator => Extensions({ action });
/** For the few mutations that stand before or beside rights: signing in and out. */
export const ANYBODY = '*';

/** Puts the check of @Allow before every resolver that names an action. */
export function guardActions(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => {
      const action = field.extensions?.['action'];
      if (typeof action !== 'string' || action === ANYBODY) return field;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: Context, info) => {
        if (context.actor.audience === 'NOBODY') throw unauthenticated();
        if (!context.actor.actions.has(action)) throw forbidden();
        return resolve(source, args, context, info);
      };
      return field;
    },
  });
}
