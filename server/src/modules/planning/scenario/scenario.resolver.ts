import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { list } from '../../../platform/read/list.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { readComparison } from './comparison.reads.ts';
import { ComparisonType } from './comparison.types.ts';
import { scenarioShape } from './scenario.shape.ts';
import { ScenarioConnection, ScenarioStateEnum, ScenarioType } from './scenario.types.ts';

const scenarioList = list(scenarioShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: { state: (row, wanted) => `${row}.state = any(${wanted}::text[])` },
});

@ArgsType()
class PlanningScenariosArgs extends PageArgs {
  @Field(() => [ScenarioStateEnum], { nullable: true })
  state?: (keyof typeof ScenarioStateEnum)[] | null;
}

@Resolver(() => ScenarioType)
export class ScenarioResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => ScenarioConnection)
  async planningScenarios(
    @Args(() => PlanningScenariosArgs) args: PlanningScenariosArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = { state: args.state?.length ? args.state : null };
    return scenarioList.read(await context.work(), info, { ...checkPage(args), sort: 'NEWEST', filter });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => ScenarioType, { nullable: true })
  async planningScenario(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(scenarioShape, id);
    return key && readOne(await context.work(), info, scenarioShape, key);
  }

  @For(STAFF)
  @Query(() => ComparisonType, { nullable: true, description: 'Null until a run has planned the scenario.' })
  async planningComparison(@Arg('scenarioId', () => ID) scenarioId: string, @Ctx() context: Context) {
    const key = localIdOrNull(scenarioShape, scenarioId);
    return key && readComparison(await context.work(), key);
  }
}
