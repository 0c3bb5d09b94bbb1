import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { planningItemShape } from '../item/planning-item.shape.ts';
import { scenarioChangeShape } from './scenario-change.shape.ts';
import {
  PlanningScenarioChangeInput,
  PlanningScenarioChangeRemoveInput,
  PlanningScenarioEndInput,
  PlanningScenarioOpenInput,
  PlanningScenarioPayload,
} from './scenario.inputs.ts';
import { scenarioShape } from './scenario.shape.ts';
import { scenarios } from './scenarios.service.ts';

const scenarioOf = ({ scenarioId }: { readonly scenarioId: string }) =>
  localId(scenarioShape, scenarioId, ['input', 'scenarioId']);

const told = (
  context: Context,
  info: GraphQLResolveInfo,
  input: object,
  run: (work: Work) => Promise<string>,
): Promise<PlanningScenarioPayload> =>
  act(context, info, {
    input,
    work: async (work) => ({ scenario: await run(work) }),
    show: { scenario: scenarioShape },
  });

@Resolver()
export class ScenarioActsResolver {
  @For(STAFF)
  @Allow('planning.scenario.change')
  @Mutation(() => PlanningScenarioPayload)
  planningScenarioOpen(
    @Arg('input', () => PlanningScenarioOpenInput) input: PlanningScenarioOpenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningScenarioPayload> {
    return told(context, info, input, (work) => scenarios.open(work, input.name, input.note));
  }

  @For(STAFF)
  @Allow('planning.scenario.change')
  @Mutation(() => PlanningScenarioPayload)
  planningScenarioChange(
    @Arg('input', () => PlanningScenarioChangeInput) input: PlanningScenarioChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningScenarioPayload> {
    const planningItemId = localId(planningItemShape, input.planningItemId, ['input', 'planningItemId']);
    return told(context, info, input, (work) =>
      scenarios.change(work, scenarioOf(input), { ...input, planningItemId }),
    );
  }

  @For(STAFF)
  @Allow('planning.scenario.change')
  @Mutation(() => PlanningScenarioPayload)
  planningScenarioChangeRemove(
    @Arg('input', () => PlanningScenarioChangeRemoveInput) input: PlanningScenarioChangeRemoveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningScenarioPayload> {
    const changeId = localId(scenarioChangeShape, input.changeId, ['input', 'changeId']);
    return told(context, info, input, (work) => scenarios.takeBack(work, scenarioOf(input), changeId));
  }

  @For(STAFF)
  @Allow('planning.scenario.change')
  @Mutation(() => PlanningScenarioPayload, { description: 'Throws the copy away.' })
  planningScenarioDiscard(
    @Arg('input', () => PlanningScenarioEndInput) input: PlanningScenarioEndInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningScenarioPayload> {
    return told(context, info, input, (work) => scenarios.discard(work, scenarioOf(input), input.expectedVersion));
  }

  @For(STAFF)
  @Allow('planning.scenario.apply')
  @Mutation(() => PlanningScenarioPayload, { description: 'What it says holds; the next run plans by it.' })
  planningScenarioApply(
    @Arg('input', () => PlanningScenarioEndInput) input: PlanningScenarioEndInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningScenarioPayload> {
    return told(context, info, input, (work) => scenarios.apply(work, scenarioOf(input), input.expectedVersion));
  }
}
