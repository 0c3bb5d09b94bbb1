import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { toGlobalId } from '../../../kernel/id.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { planningItemShape } from '../item/planning-item.shape.ts';
import { scenarioShape } from '../scenario/scenario.shape.ts';
import type { RecordSource } from './record.calc.ts';
import { MrpRecordType } from './record.types.ts';
import { mrpRecords } from './records.service.ts';

const shown = ({ planningItemId, id, ...source }: RecordSource) => ({
  ...source,
  documentId: id,
  planningItemId: planningItemId && toGlobalId('pli', planningItemId),
});

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
    if (!key) return null;
    const of = { planningItemId: key, scenarioId: wantedKey(scenarioShape, scenarioId) };
    const record = await mrpRecords.read(await context.work(), of);
    if (!record) return null;
    const amount = (value: string) => ({ value: String(Number(value)), unit: record.unit });
    return {
      ...record,
      itemId: toGlobalId('itm', record.itemId),
      siteId: toGlobalId('sit', record.siteId),
      buckets: record.buckets.map((bucket) => ({ ...bucket, sources: bucket.sources.map(shown) })),
      onHand: amount(record.onHand),
      safetyStock: amount(record.safetyStock),
    };
  }
}
