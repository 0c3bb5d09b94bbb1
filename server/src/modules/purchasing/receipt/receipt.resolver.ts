import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, registerEnumType, Resolver } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { shipmentNoticeShape } from '../notice/shipment-notice.shape.ts';
import { ReceiptState } from './receipt.enums.types.ts';
import { receiptList } from './receipt.reads.ts';
import { receiptShape } from './receipt.shape.ts';
import { ReceiptConnection, ReceiptType } from './receipt.types.ts';

export enum ReceiptSort {
  NEWEST = 'NEWEST',
  NUMBER = 'NUMBER',
}
registerEnumType(ReceiptSort, { name: 'ReceiptSort' });

@ArgsType()
class ReceiptsArgs extends PageArgs {
  @Field(() => ReceiptSort, { defaultValue: ReceiptSort.NEWEST })
  sort!: ReceiptSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => [ReceiptState], { nullable: true })
  state?: ReceiptState[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => ID, { nullable: true })
  noticeId?: string | null;
}

@Resolver(() => ReceiptType)
export class ReceiptResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ReceiptConnection)
  async receipts(
    @Args(() => ReceiptsArgs) args: ReceiptsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, supplierId, siteId, noticeId, ...filter } = args;
    return receiptList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        supplier: wantedKey(organisationShape, supplierId),
        site: wantedKey(siteShape, siteId),
        notice: wantedKey(shipmentNoticeShape, noticeId),
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ReceiptType, { nullable: true })
  async receipt(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(receiptShape, id);
    return key && readOne(await context.work(), info, receiptShape, key);
  }
}
