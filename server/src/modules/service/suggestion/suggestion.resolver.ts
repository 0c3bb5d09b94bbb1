import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { For, type Reader } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { readMany } from '../../../platform/read/reader.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { suggestions } from './suggestions.service.ts';

const CUSTOMERS: readonly Reader[] = ['CUSTOMER'];

@Resolver()
export class SuggestionResolver {
  @For(CUSTOMERS)
  @HandsOn()
  @Query(() => [ItemType], {
    description: 'Items that are often bought with these and can be had; none when it would not help.',
  })
  async suggestedItems(
    @Arg('itemIds', () => [ID]) itemIds: string[],
    @Arg('first', () => Int, { defaultValue: 4 }) first: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (first < 1 || first > 20) throw badInput('first must be from 1 to 20', ['first']);
    if (itemIds.length > 100) throw badInput('at most 100 items', ['itemIds']);
    const work = await context.work();
    const keys = itemIds.flatMap((id) => localIdOrNull(itemShape, id) ?? []);
    return readMany(work, info, itemShape, keys.length > 0 ? await suggestions.find(work, keys, first) : []);
  }
}
