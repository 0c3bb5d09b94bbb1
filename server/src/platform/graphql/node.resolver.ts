import { isObjectType, type GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { fromGlobalId } from '../../kernel/id.ts';
import { readOne } from '../read/reader.ts';
import { shapeOfPrefix } from '../read/shape.ts';
import { For, SIGNED_IN } from './audience.ts';
import { Node } from './common.types.ts';
import type { Context } from './context.ts';

@Resolver()
export class NodeResolver {
  @For(SIGNED_IN)
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its id; null for an unknown id and for one that is not yours.',
  })
  async node(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    const named = fromGlobalId(id);
    const shape = named && shapeOfPrefix(named.prefix);
    if (!shape) return null;
    const type = info.schema.getType(shape.type);
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) return null;
    const row = await readOne<object>(await context.work(), info, shape, named.id);
    return row && { ...row, __typename: shape.type };
  }
}
