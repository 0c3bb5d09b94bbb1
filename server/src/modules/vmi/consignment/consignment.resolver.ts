import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import {
  ConsignedStockArgs,
  ConsignmentTakeInput,
  WithdrawalReverseInput,
  WithdrawalsArgs,
} from './consignment.inputs.ts';
import { consignedStockList, withdrawalList } from './consignment.reads.ts';
import { consignment, type Take } from './consignment.service.ts';
import { ConsignedStockConnection, WithdrawalConnection, WithdrawalsPayload } from './consignment.types.ts';
import { withdrawalShape } from './withdrawal.shape.ts';

@Resolver()
export class ConsignmentResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ConsignedStockConnection)
  async consignedStock(
    @Args(() => ConsignedStockArgs) { supplierId, search, ...page }: ConsignedStockArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = {
      onHand: true,
      search,
      supplierId: supplierId && localId(organisationShape, supplierId, ['supplierId']),
    };
    return consignedStockList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'OLDEST',
      filter,
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => WithdrawalConnection)
  async withdrawals(
    @Args(() => WithdrawalsArgs) { supplierId, isSettled, ...page }: WithdrawalsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = {
      isSettled,
      supplierId: supplierId && localId(organisationShape, supplierId, ['supplierId']),
    };
    return withdrawalList.read(await context.work(), info, { ...checkPage(page), sort: 'NEWEST', filter });
  }

  @For(STAFF)
  @Allow('vmi.consignment.consume')
  @Mutation(() => WithdrawalsPayload, {
    description: 'Issues consigned stock to production; it is ours from then on.',
  })
  consignmentConsume(
    @Arg('input') input: ConsignmentTakeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return act<WithdrawalsPayload>(context, info, {
      input,
      work: async (work) => ({ withdrawals: await consignment.consume(work, takeOf(input)) }),
      show: { withdrawals: withdrawalShape },
    });
  }

  @For(STAFF)
  @Allow('vmi.consignment.transfer')
  @Mutation(() => WithdrawalsPayload, { description: 'Makes consigned stock ours where it lies.' })
  consignmentTransfer(
    @Arg('input') input: ConsignmentTakeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return act<WithdrawalsPayload>(context, info, {
      input,
      work: async (work) => ({ withdrawals: await consignment.takeOver(work, takeOf(input), 'TRANSFERRED') }),
      show: { withdrawals: withdrawalShape },
    });
  }

  @For(STAFF)
  @Allow('vmi.withdrawal.reverse')
  @Mutation(() => WithdrawalsPayload, {
    description: 'Undoes a withdrawal by its opposite, in the open period.',
  })
  withdrawalReverse(
    @Arg('input') input: WithdrawalReverseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return act<WithdrawalsPayload>(context, info, {
      input,
      work: async (work) => {
        const id = localId(withdrawalShape, input.withdrawalId, ['input', 'withdrawalId']);
        return { withdrawals: [await consignment.reverse(work, id, input.note)] };
      },
      show: { withdrawals: withdrawalShape },
    });
  }
}

function takeOf({ supplierId, itemId, siteId, quantity, occurredOn, note }: ConsignmentTakeInput): Take {
  return {
    supplierId: localId(organisationShape, supplierId, ['input', 'supplierId']),
    itemId: localId(itemShape, itemId, ['input', 'itemId']),
    siteId: localId(siteShape, siteId, ['input', 'siteId']),
    quantity,
    occurredOn,
    note,
  };
}
