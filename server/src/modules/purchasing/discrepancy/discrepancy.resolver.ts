import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, registerEnumType, Resolver } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { receiptShape } from '../receipt/receipt.shape.ts';
import { DiscrepancyKind, DiscrepancyState } from './discrepancy.enums.types.ts';
import { discrepancyList } from './discrepancy.reads.ts';
import { discrepancyShape } from './discrepancy.shape.ts';
import { DiscrepancyConnection, DiscrepancyType } from './discrepancy.types.ts';

export enum DiscrepancySort {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(DiscrepancySort, { name: 'DiscrepancySort' });

@ArgsType()
class DiscrepanciesArgs extends PageArgs {
  @Field(() => DiscrepancySort, { defaultValue: DiscrepancySort.NEWEST })
  sort!: DiscrepancySort;
  @Field(() => [DiscrepancyKind], { nullable: true })
  kind?: DiscrepancyKind[] | null;
  @Field(() => [DiscrepancyState], { nullable: true })
  state?: DiscrepancyState[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  receiptId?: string | null;
}

@Resolver(() => DiscrepancyType)
export class DiscrepancyResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => DiscrepancyConnection)
  async discrepancies(
    @Args(() => DiscrepanciesArgs) args: DiscrepanciesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, supplierId, receiptId, ...filter } = args;
    return discrepancyList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        supplier: wantedKey(organisationShape, supplierId),
        receipt: wantedKey(receiptShape, receiptId),
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => DiscrepancyType, { nullable: true })
  async discrepancy(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(discrepancyShape, id);
    return key && readOne(await context.work(), info, discrepancyShape, key);
  }
}
