import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Int, Query, Resolver } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { readMany } from '../../../platform/read/reader.ts';
import { setsBelow, setsOf } from '../../../platform/read/selection.ts';
import { shipmentNoticeShape } from '../../purchasing/notice/shipment-notice.shape.ts';
import { salesOrderLineShape } from '../../sales/order/sales-order-line.shape.ts';
import type { SalesOrderLineType } from '../../sales/order/sales-order-line.types.ts';
import { slipImpacts } from './slip-impact.service.ts';
import { SlipImpactType } from './slip-impact.types.ts';

const MOST_DAYS = 365;

@Resolver(() => SlipImpactType)
export class SlipImpactResolver {
  @For(STAFF)
  @Query(() => SlipImpactType, {
    nullable: true,
    description: 'Which customers would feel it if this ship notice came so many days later. Null for no notice.',
  })
  async slipImpact(
    @Arg('noticeId', () => ID) noticeId: string,
    @Arg('days', () => Int) days: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SlipImpactType | null> {
    if (days < 1 || days > MOST_DAYS) throw badInput(`days must be from 1 to ${MOST_DAYS}`, ['days']);
    const key = localIdOrNull(shipmentNoticeShape, noticeId);
    if (!key) return null;
    const work = await context.work();
    const { lines, revenue, currency, newlyLate: amounts } = await slipImpacts.ofNotice(work, key, days);
    const sets = setsBelow(setsOf(info), ['lines', 'line'], info);
    const ids = lines.map(({ lineId }) => lineId);
    const nodes =
      sets.length > 0 ? await readMany<SalesOrderLineType>(work, info, salesOrderLineShape, ids, [...sets]) : [];
    return {
      days,
      lineCount: lines.length,
      newlyLateLineCount: lines.filter(({ lateBefore }) => lateBefore.isZero()).length,
      newlyLate: [...amounts].map(([unit, value]) => ({ value: value.toString(), unit })),
      customerCount: new Set(lines.map(({ customerId }) => customerId)).size,
      revenueAtRisk: { amount: revenue.toString(), currency },
      lines: lines.map(({ lateBefore, lateAfter, newlyLate, unit, revenue: amount, ...line }, index) => ({
        ...line,
        line: nodes[index] ?? null,
        lateBefore: { value: lateBefore.toString(), unit },
        lateAfter: { value: lateAfter.toString(), unit },
        newlyLate: { value: newlyLate.toString(), unit },
        revenueAtRisk: { amount: amount.toString(), currency },
      })),
    };
  }
}
