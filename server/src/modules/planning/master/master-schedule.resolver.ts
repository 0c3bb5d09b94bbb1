import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { toGlobalId } from '../../../kernel/id.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId, localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { planningItemShape } from '../item/planning-item.shape.ts';
import { scheduleEntries } from '../mps/schedule-entries.service.ts';
import { amountText, loadWeeks } from './load-view.calc.ts';
import { MasterSchedulePayload, MasterScheduleSaveInput, MasterWeekTryInput } from './master-schedule.inputs.ts';
import { MasterScheduleType, type MasterWeekType } from './master-schedule.types.ts';
import { masterSchedules, type MasterView, type MasterWeek } from './master-schedules.service.ts';

@Resolver()
export class MasterScheduleResolver {
  @For(STAFF)
  @Query(() => MasterScheduleType, {
    nullable: true,
    description: 'A master schedule as it is, or as it would be with other quantities; nothing is kept.',
  })
  async masterSchedule(
    @Arg('planningItemId', () => ID) planningItemId: string,
    @Arg('weeks', () => [MasterWeekTryInput], { nullable: true, description: 'What is tried.' })
    weeks: MasterWeekTryInput[] | null,
    @Arg('isProposed', () => Boolean, { defaultValue: false, description: 'Fills the weeks that nobody has fixed.' })
    isProposed: boolean,
    @Ctx() context: Context,
  ): Promise<MasterScheduleType | null> {
    const key = localIdOrNull(planningItemShape, planningItemId);
    const tried = (weeks ?? []).map(({ bucketOn, quantity }) => ({
      bucketOn,
      quantity: quantity === null || quantity === undefined ? null : quantity.toNumber(),
    }));
    const view = key && (await masterSchedules.read(await context.work(), key, { tried, isProposed }));
    return view ? shown(view, planningItemId) : null;
  }

  @For(STAFF)
  @Allow('planning.schedule.save')
  @Mutation(() => MasterSchedulePayload, { description: 'Refused inside the demand fence.' })
  masterScheduleSave(
    @Arg('input', () => MasterScheduleSaveInput) input: MasterScheduleSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MasterSchedulePayload> {
    const drafts = input.weeks.map(({ bucketOn, quantity = null, expectedVersion = null }) => ({
      bucketOn,
      quantity,
      expectedVersion,
    }));
    return act(context, info, {
      input,
      work: async (work) => ({
        planningItem: await scheduleEntries.save(
          work,
          localId(planningItemShape, input.planningItemId, ['input', 'planningItemId']),
          drafts,
          input.isFirm,
        ),
      }),
      show: { planningItem: planningItemShape },
    });
  }
}

function shown(view: MasterView, planningItemId: string): MasterScheduleType {
  const from = view.weeks[0]?.startsOn ?? view.today;
  const centres = view.centres.map(({ id, code, name, weeks }) => ({
    workCentreId: toGlobalId('wkc', id),
    code,
    name,
    weeks: loadWeeks(from, weeks),
  }));
  const { sku, unit, isMasterScheduled } = view;
  const [onHand, safetyStock] = [amountText(view.onHand), amountText(view.safety)];
  return { planningItemId, sku, unit, isMasterScheduled, onHand, safetyStock, weeks: view.weeks.map(weekOf), centres };
}

function weekOf(week: MasterWeek): MasterWeekType {
  return {
    ...week,
    forecast: amountText(week.forecast),
    ordered: amountText(week.ordered),
    needed: amountText(week.needed),
    scheduled: amountText(week.scheduled),
    mps: week.mps === null ? null : amountText(week.mps),
    projected: amountText(week.projected),
    availableToPromise: amountText(week.availableToPromise),
  };
}
