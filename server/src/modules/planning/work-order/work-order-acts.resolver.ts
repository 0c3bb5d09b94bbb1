import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { workOrderReports } from './work-order-reports.service.ts';
import {
  WorkOrderActInput,
  WorkOrderIssueInput,
  WorkOrderOpenInput,
  WorkOrderPayload,
  WorkOrderReportInput,
} from './work-order.inputs.ts';
import { workOrderComponentShape, workOrderShape } from './work-order.shape.ts';
import { workOrders } from './work-orders.service.ts';

const orderOf = (input: { readonly workOrderId: string }) =>
  localId(workOrderShape, input.workOrderId, ['input', 'workOrderId']);

function told(
  context: Context,
  info: GraphQLResolveInfo,
  input: object,
  run: (work: Work) => Promise<string>,
): Promise<WorkOrderPayload> {
  return act(context, info, {
    input,
    work: async (work) => ({ workOrder: await run(work) }),
    show: { workOrder: workOrderShape },
  });
}

@Resolver()
export class WorkOrderActsResolver {
  @For(STAFF)
  @Allow('planning.work_order.open')
  @Mutation(() => WorkOrderPayload)
  workOrderOpen(
    @Arg('input', () => WorkOrderOpenInput) input: WorkOrderOpenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WorkOrderPayload> {
    const { quantity, startOn, dueOn, note } = input;
    return told(context, info, input, async (work) => {
      const itemId = localId(itemShape, input.itemId, ['input', 'itemId']);
      const siteId = localId(siteShape, input.siteId, ['input', 'siteId']);
      return (await workOrders.open(work, { itemId, siteId, quantity, startOn, dueOn, note })).id;
    });
  }

  @For(STAFF)
  @Allow('planning.work_order.release')
  @Mutation(() => WorkOrderPayload)
  workOrderRelease(
    @Arg('input', () => WorkOrderActInput) input: WorkOrderActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WorkOrderPayload> {
    return told(context, info, input, (work) => workOrders.release(work, orderOf(input), input.expectedVersion));
  }

  @For(STAFF)
  @Allow('planning.work_order.cancel')
  @Mutation(() => WorkOrderPayload)
  workOrderCancel(
    @Arg('input', () => WorkOrderActInput) input: WorkOrderActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WorkOrderPayload> {
    return told(context, info, input, (work) =>
      workOrders.cancel(work, orderOf(input), input.expectedVersion, input.reason),
    );
  }

  @For(STAFF)
  @Allow('planning.work_order.report')
  @Mutation(() => WorkOrderPayload)
  workOrderIssue(
    @Arg('input', () => WorkOrderIssueInput) input: WorkOrderIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WorkOrderPayload> {
    const lines = input.lines.map(({ componentId, quantity }, index) => ({
      componentId: localId(workOrderComponentShape, componentId, ['input', 'lines', String(index), 'componentId']),
      quantity,
    }));
    return told(context, info, input, (work) =>
      workOrderReports.issue(work, orderOf(input), input.expectedVersion, lines),
    );
  }

  @For(STAFF)
  @Allow('planning.work_order.report')
  @Mutation(() => WorkOrderPayload)
  workOrderReceive(
    @Arg('input', () => WorkOrderReportInput) input: WorkOrderReportInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WorkOrderPayload> {
    return told(context, info, input, (work) =>
      workOrderReports.receive(work, orderOf(input), input.expectedVersion, input.quantity),
    );
  }

  @For(STAFF)
  @Allow('planning.work_order.report')
  @Mutation(() => WorkOrderPayload)
  workOrderScrap(
    @Arg('input', () => WorkOrderReportInput) input: WorkOrderReportInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WorkOrderPayload> {
    return told(context, info, input, (work) =>
      workOrderReports.scrap(work, orderOf(input), input.expectedVersion, input.quantity, input.reason),
    );
  }
}
