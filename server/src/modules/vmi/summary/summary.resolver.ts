import { Ctx, Query, Resolver } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { readSummary } from './summary.reads.ts';
import { SummaryType } from './summary.types.ts';

@Resolver(() => SummaryType)
export class SummaryResolver {
  @For(SUPPLY_SIDE)
  @Query(() => SummaryType)
  async vmiSummary(@Ctx() context: Context): Promise<SummaryType> {
    return readSummary(await context.work());
  }
}
