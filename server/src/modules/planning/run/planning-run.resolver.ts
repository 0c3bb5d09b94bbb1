import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Field,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { checkPage, connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { list } from '../../../platform/read/list.ts';
import { taskShape } from '../../../platform/tasks/task.shape.ts';
import { TaskType } from '../../../platform/tasks/task.types.ts';
import { requestRun } from '../mrp/mrp-run.job.ts';
import { scenarioShape } from '../scenario/scenario.shape.ts';
import { planningRunShape } from './planning-run.shape.ts';

export const RunKindEnum = { REGENERATIVE: 'REGENERATIVE', NET_CHANGE: 'NET_CHANGE' } as const;
registerEnumType(RunKindEnum, {
  name: 'PlanningRunKind',
  description:
    'REGENERATIVE: everything anew. NET_CHANGE: what changed since, and what that changes; the plan is the same.',
});

@For(STAFF)
@ObjectType('PlanningRun', { implements: Node, description: 'One computation of the plan that changed something.' })
class PlanningRunType extends Node {
  @Field(() => RunKindEnum)
  kind!: keyof typeof RunKindEnum;
  @Field(() => DateTimeScalar)
  startedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Null when it ran on schedule.' })
  requestedByName!: string | null;
  @Field(() => DateScalar)
  planFrom!: string;
  @Field(() => Int)
  itemCount!: number;
  @Field(() => Int)
  orderCount!: number;
  @Field(() => Int)
  messageCount!: number;
  @Field(() => Int, { description: 'Planned orders and messages that it wrote, changed or took away.' })
  changedCount!: number;
}
const PlanningRunConnection = connectionOf(PlanningRunType, 'PlanningRun', STAFF);

const planningRunList = list(planningRunShape, {
  sorts: { NEWEST: { by: (row) => `${row}.started_at`, type: 'timestamptz', direction: 'desc' } },
});

@InputType()
class PlanningRunStartInput {
  @Field(() => RunKindEnum, { defaultValue: 'NET_CHANGE' })
  kind!: keyof typeof RunKindEnum;
  @Field(() => ID, { nullable: true, description: 'Plans this copy; else the plan that holds.' })
  scenarioId?: string | null;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(STAFF)
@ObjectType()
class PlanningRunStartPayload extends Payload {
  @Field(() => TaskType, { nullable: true })
  task!: TaskType | null;
}

@Resolver(() => PlanningRunType)
export class PlanningRunResolver {
  @For(STAFF)
  @Allow('planning.run.start')
  @Mutation(() => PlanningRunStartPayload, { description: 'Plans requirements; follow the task.' })
  planningRunStart(
    @Arg('input', () => PlanningRunStartInput) input: PlanningRunStartInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningRunStartPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        task: await requestRun(
          work,
          {
            kind: input.kind,
            scenarioId: input.scenarioId ? localId(scenarioShape, input.scenarioId, ['input', 'scenarioId']) : null,
          },
          input.kind,
        ),
      }),
      show: { task: taskShape },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => PlanningRunConnection)
  async planningRuns(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return planningRunList.read(await context.work(), info, { ...checkPage(page), sort: 'NEWEST' });
  }
}
