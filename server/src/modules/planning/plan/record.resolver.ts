import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { toGlobalId } from '../../../kernel/id.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { planningItemShape } from '../item/planning-item.shape.ts';
import { PlanningItem } from '../item/planning-item.entity.ts';
import { scenarioShape } from '../scenario/scenario.shape.ts';
import { MrpRecordType } from './record.types.ts';
import { mrpRecords } from './records.service.ts';

@Resolver()
export class RecordResolver {
  @For(STAFF)
  @Query(() => MrpRecordType, { nullable: true, description: 'The record of a planned item, every figure explained.' })
  async mrpRecord(
    @Arg('planningItemId', () => ID) planningItemId: string,
    @Arg('scenarioId', () => ID, { nullable: true }) scenarioId: string | null,
    @Ctx() context: Context,
  ) {
    const key = localIdOrNull(planningItemShape, planningItemId);
    const work = await context.work();
    const planned = key && (await work.em.findOne(PlanningItem, key));
    if (!planned) return null;
    const { itemId, siteId } = planned;
    const record = await mrpRecords.read(work, { itemId, siteId, scenarioId: wantedKey(scenarioShape, scenarioId) });
    if (!record) return null;
    const amount = (value: string) => ({ value: String(Number(value)), unit: record.unit });
    return {
      ...record,
      itemId: toGlobalId('itm', itemId),
      siteId: toGlobalId('sit', siteId),
      onHand: amount(record.onHand),
      safetyStock: amount(record.safetyStock),
    };
  }
}
