import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, registerEnumType, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { BillPayload, BillRemoveInput, BillSaveInput } from './bill.inputs.ts';
import { billList } from './bill.reads.ts';
import { billShape } from './bill.shape.ts';
import { BillConnection, BillType } from './bill.types.ts';
import { bills } from './bills.service.ts';

export enum BillSort {
  ITEM = 'ITEM',
  NEWEST = 'NEWEST',
}
registerEnumType(BillSort, { name: 'BillSort' });

@ArgsType()
class BillsArgs extends PageArgs {
  @Field(() => BillSort, { defaultValue: BillSort.ITEM })
  sort!: BillSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
}

@Resolver(() => BillType)
export class BillResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => BillConnection)
  async bills(@Args(() => BillsArgs) args: BillsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return billList.read(await context.work(), info, {
      ...checkPage(args),
      sort: args.sort,
      filter: { search: args.search?.trim() || null, itemId: wantedKey(itemShape, args.itemId) },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => BillType, { nullable: true })
  async bill(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(billShape, id);
    return key && readOne(await context.work(), info, billShape, key);
  }

  @For(STAFF)
  @Allow('planning.bill.save')
  @Mutation(() => BillPayload, {
    description: 'Refused when the item would, over any number of steps, contain itself.',
  })
  billSave(
    @Arg('input', () => BillSaveInput) input: BillSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BillPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        bill: await bills.save(work, {
          ...input,
          id: input.id ? localId(billShape, input.id, ['input', 'id']) : null,
          itemId: localId(itemShape, input.itemId, ['input', 'itemId']),
          siteId: input.siteId ? localId(siteShape, input.siteId, ['input', 'siteId']) : null,
          components: input.components.map((component, index) => ({
            ...component,
            itemId: localId(itemShape, component.itemId, ['input', 'components', String(index), 'itemId']),
          })),
        }),
      }),
      show: { bill: billShape },
    });
  }

  @For(STAFF)
  @Allow('planning.bill.save')
  @Mutation(() => BillPayload)
  billRemove(
    @Arg('input', () => BillRemoveInput) input: BillRemoveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<BillPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        await bills.remove(work, localId(billShape, input.billId, ['input', 'billId']), input.expectedVersion);
        return { bill: null };
      },
    });
  }
}
