import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { toGlobalId } from '../../../kernel/id.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { amountText } from '../master/load-view.calc.ts';
import { workCentreShape } from '../routing/work-centre.shape.ts';
import { capacityViews } from './capacity-views.service.ts';
import { CapacityCentreType, CapacityLoadRowType } from './capacity.types.ts';

const MOST_WEEKS = 52;
const PREFIX = { PlannedOrder: 'plo', WorkOrder: 'wor' } as const;

/** What the plan asks of work centres, and what each figure is made of. */
@Resolver()
export class CapacityResolver {
  @For(STAFF)
  @Query(() => [CapacityCentreType], {
    description: 'Rough-cut load by planned and released orders, from this week on.',
  })
  async capacityLoads(
    @Arg('siteId', () => ID, { nullable: true }) siteId: string | null,
    @Arg('weeks', () => Int, { defaultValue: 13 }) weeks: number,
    @Ctx() context: Context,
  ): Promise<CapacityCentreType[]> {
    const shown = Math.min(MOST_WEEKS, Math.max(1, weeks));
    const views = await capacityViews.read(await context.work(), wantedKey(siteShape, siteId), shown);
    return views.map(({ id, code, name, weeks: loaded }) => ({
      workCentreId: toGlobalId('wkc', id),
      code,
      name,
      weeks: loaded.map(({ startsOn, planned, released, available }) => ({
        startsOn,
        plannedHours: amountText(planned),
        releasedHours: amountText(released),
        availableHours: amountText(available),
        isOverloaded: planned + released > available + 1e-9,
      })),
    }));
  }

  @For(STAFF)
  @Query(() => [CapacityLoadRowType], {
    description: 'The orders that load a work centre in a week, the most hours first.',
  })
  async capacityLoadRows(
    @Arg('workCentreId', () => ID) workCentreId: string,
    @Arg('week', () => DateScalar, { description: 'Any day of it.' }) week: string,
    @Ctx() context: Context,
  ): Promise<CapacityLoadRowType[]> {
    const key = localIdOrNull(workCentreShape, workCentreId);
    const rows = key ? await capacityViews.rows(await context.work(), key, week) : [];
    return rows.map(({ type, id, itemId, quantity, unit, hours, ...row }) => ({
      ...row,
      type,
      id: toGlobalId(PREFIX[type], id),
      itemId: toGlobalId('itm', itemId),
      quantity: { value: quantity, unit },
      hours: amountText(hours),
    }));
  }
}
