import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Decimal } from '../../../kernel/decimal.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { itemShape } from '../item/item.shape.ts';
import { SupplierItemPayload, SupplierItemSaveInput } from './supplier-item.inputs.ts';
import { supplierItemList } from './supplier-item.reads.ts';
import { supplierItemShape } from './supplier-item.shape.ts';
import { SupplierItemConnection, SupplierItemType } from './supplier-item.types.ts';
import { supplierItems } from './supplier-items.service.ts';

@ArgsType()
class SupplierItemsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => String, { nullable: true })
  search?: string | null;
}

@Resolver(() => SupplierItemType)
export class SupplierItemResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => SupplierItemConnection)
  async supplierItems(
    @Args(() => SupplierItemsArgs) { supplierId, itemId, search, ...page }: SupplierItemsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return supplierItemList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'SKU',
      filter: {
        supplierId: wantedKey(organisationShape, supplierId),
        itemId: wantedKey(itemShape, itemId),
        search,
      },
    });
  }

  @For(STAFF)
  @Allow('catalog.supplier_item.save')
  @Mutation(() => SupplierItemPayload)
  supplierItemSave(
    @Arg('input', () => SupplierItemSaveInput) input: SupplierItemSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SupplierItemPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        supplierItem: await supplierItems.save(work, {
          ...input,
          id: input.id ? localId(supplierItemShape, input.id, ['input', 'id']) : null,
          supplierId: localId(organisationShape, input.supplierId, ['input', 'supplierId']),
          itemId: localId(itemShape, input.itemId, ['input', 'itemId']),
          minimumQuantity: input.minimumQuantity ?? new Decimal(0),
          orderMultiple: input.orderMultiple ?? new Decimal(1),
        }),
      }),
      show: { supplierItem: supplierItemShape },
    });
  }
}
