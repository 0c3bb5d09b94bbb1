import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { planningItemShape } from '../item/planning-item.shape.ts';
import { scenarioShape } from '../scenario/scenario.shape.ts';
import { gridState } from './grid-state.calc.ts';
import { GridRowType } from './grid.types.ts';
import { mrpRecords } from './records.service.ts';

const MOST_ITEMS = 100;

@Resolver()
export class GridResolver {
  @For(STAFF)
  @Query(() => [GridRowType], { description: 'The given items, each over the past-due bucket and the next `periods`.' })
  async mrpGrid(
    @Arg('planningItemIds', () => [ID]) planningItemIds: string[],
    @Arg('periods', () => Int, { defaultValue: 13 }) periods: number,
    @Arg('scenarioId', () => ID, { nullable: true }) scenarioId: string | null,
    @Ctx() context: Context,
  ): Promise<GridRowType[]> {
    if (planningItemIds.length > MOST_ITEMS) throw badInput(`at most ${MOST_ITEMS} items`, ['planningItemIds']);
    const keys = planningItemIds.flatMap((id) => {
      const key = localIdOrNull(planningItemShape, id);
      return key ? [{ id, key }] : [];
    });
    const records = await mrpRecords.readMany(
      await context.work(),
      keys.map(({ key }) => key),
      wantedKey(scenarioShape, scenarioId),
    );
    return keys.flatMap(({ id, key }) => {
      const record = records.get(key);
      if (!record) return [];
      const { unit, safetyStock, buckets } = record;
      const cells = buckets
        .slice(0, periods + 1)
        .map((bucket) => ({ ...bucket, state: gridState(bucket, safetyStock) }));
      return [{ planningItemId: id, unit, cells }];
    });
  }
}
