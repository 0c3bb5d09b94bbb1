import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, registerEnumType, Resolver } from 'type-graphql';
import { For } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { categoryShape } from '../../catalog/item/category.shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { salesOrderLineShape } from '../../sales/order/sales-order-line.shape.ts';
import { catalogueEntryShape } from './catalogue-entry.shape.ts';
import { CatalogueConnection, CatalogueEntryType } from './catalogue-entry.types.ts';
import { catalogueList } from './catalogue.reads.ts';

export enum CatalogueSort {
  NAME = 'NAME',
  SKU = 'SKU',
  PRICE = 'PRICE',
}
registerEnumType(CatalogueSort, { name: 'CatalogueSort', description: 'PRICE: yours, the lowest first.' });

@ArgsType()
class CatalogueArgs extends PageArgs {
  @Field(() => CatalogueSort, { defaultValue: CatalogueSort.NAME })
  sort!: CatalogueSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  category?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether some can be promised now.' })
  isAvailable?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'What could be taken in place of what is late of an order line.' })
  insteadOfLine?: string | null;
}

@Resolver(() => CatalogueEntryType)
export class CatalogueResolver {
  @For(['CUSTOMER'])
  @HandsOn()
  @Query(() => CatalogueConnection, { description: 'What you may buy, at your price.' })
  async catalogue(
    @Args(() => CatalogueArgs) { sort, search, category, isAvailable, insteadOfLine, ...page }: CatalogueArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return catalogueList.read(await context.work(), info, {
      ...checkPage(page),
      sort,
      filter: {
        search,
        category: wantedKey(categoryShape, category),
        isAvailable,
        insteadOfLine: wantedKey(salesOrderLineShape, insteadOfLine),
      },
    });
  }

  @For(['CUSTOMER'])
  @HandsOn()
  @Query(() => CatalogueEntryType, { nullable: true, description: 'The entry of an item.' })
  async catalogueEntry(
    @Arg('itemId', () => ID) itemId: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = localIdOrNull(itemShape, itemId);
    return key && readOne(await context.work(), info, catalogueEntryShape, key);
  }
}
