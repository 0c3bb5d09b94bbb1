import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { toGlobalId } from '../../../kernel/id.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { planningItemShape } from '../item/planning-item.shape.ts';
import { millionthsText } from '../mrp/amount.calc.ts';
import { scenarioShape } from '../scenario/scenario.shape.ts';
import { PeggingType } from './pegging.types.ts';
import type { PegEnd } from './pegs.calc.ts';
import { mrpRecords } from './records.service.ts';

const planningId = (id: string) => toGlobalId('pli', id);
const shown = ({ type, id, label, day, quantity, planningItemId }: PegEnd) => ({
  type,
  documentId: id,
  label,
  day,
  quantity: millionthsText(quantity),
  planningItemId: planningItemId && planningId(planningItemId),
});

@Resolver()
export class PeggingResolver {
  @For(STAFF)
  @Query(() => PeggingType, { nullable: true, description: 'Which supply of an item serves which demand.' })
  async mrpPegging(
    @Arg('planningItemId', () => ID) planningItemId: string,
    @Arg('scenarioId', () => ID, { nullable: true }) scenarioId: string | null,
    @Ctx() context: Context,
  ) {
    const key = localIdOrNull(planningItemShape, planningItemId);
    if (!key) return null;
    const of = { planningItemId: key, scenarioId: wantedKey(scenarioShape, scenarioId) };
    const found = await mrpRecords.pegging(await context.work(), of);
    if (!found) return null;
    return {
      planningItemId,
      sku: found.head.sku,
      unit: found.head.unit,
      pegs: found.pegs.map(({ supply, demand, quantity }) => ({
        supply: shown(supply),
        demand: shown(demand),
        quantity: millionthsText(quantity),
      })),
      uncovered: found.uncovered.map(shown),
      unused: found.unused.map(shown),
      components: found.components.map(({ planningItemId: id, sku }) => ({ planningItemId: planningId(id), sku })),
    };
  }
}
