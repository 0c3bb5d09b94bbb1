import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, registerEnumType, Resolver } from 'type-graphql';
import { Decimal } from '../../../kernel/decimal.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { categoryShape } from './category.shape.ts';
import { itemCatalogue } from './item-catalogue.service.ts';
import { ItemPayload, ItemSaveInput } from './item.inputs.ts';
import { itemList } from './item.reads.ts';
import { itemShape } from './item.shape.ts';
import { ItemConnection, ItemSupply, ItemType } from './item.types.ts';

export enum ItemSort {
  SKU = 'SKU',
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}
registerEnumType(ItemSort, { name: 'ItemSort' });

@ArgsType()
class ItemsArgs extends PageArgs {
  @Field(() => ItemSort, { defaultValue: ItemSort.SKU })
  sort!: ItemSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  category?: string | null;
  @Field(() => ItemSupply, { nullable: true })
  supply?: ItemSupply | null;
  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
}

@Resolver(() => ItemType)
export class ItemResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => ItemConnection)
  async items(
    @Args(() => ItemsArgs) { sort, search, category, supply, isActive, ...page }: ItemsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const categoryId = wantedKey(categoryShape, category);
    return itemList.read(await context.work(), info, {
      ...checkPage(page),
      sort,
      filter: { search, category: categoryId, supply, isActive },
    });
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => ItemType, { nullable: true })
  async item(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(itemShape, id);
    return key && readOne(await context.work(), info, itemShape, key);
  }

  @For(STAFF)
  @Allow('catalog.item.save')
  @Mutation(() => ItemPayload)
  itemSave(
    @Arg('input', () => ItemSaveInput) input: ItemSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ItemPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        item: await itemCatalogue.save(work, {
          ...input,
          id: input.id ? localId(itemShape, input.id, ['input', 'id']) : null,
          categoryId: input.categoryId ? localId(categoryShape, input.categoryId, ['input', 'categoryId']) : null,
          safetyStock: input.safetyStock ?? new Decimal(0),
          reorderPoint: input.reorderPoint ?? new Decimal(0),
        }),
      }),
      show: { item: itemShape },
    });
  }
}
