import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { todayIn } from '../../../kernel/calendar-date.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localId, localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { agreementShape } from '../agreement/agreement.shape.ts';
import { BucketUnitEnum, ColourEnum } from '../vmi.enums.types.ts';
import { wanted } from '../vmi.reads.ts';
import { agreementLines } from './agreement-lines.service.ts';
import type { Colour } from './colour.calc.ts';
import { AgreementLineSaveInput, limitsOf, LinePayload, LineSnoozeInput, VmiLimitsChangeInput } from './line.inputs.ts';
import { bucketsOf, type StoredProjection } from './projection.reads.ts';
import { ProjectedBucketType } from './projection.types.ts';
import type { BucketUnit } from './time-buckets.calc.ts';
import { vmiLineList } from './vmi-line.reads.ts';
import { vmiLineShape } from './vmi-line.shape.ts';
import { VmiLineConnection, VmiLineType } from './vmi-line.types.ts';

export enum VmiLineSort {
  COVER = 'COVER',
  COLOUR = 'COLOUR',
  ITEM = 'ITEM',
  NEWEST = 'NEWEST',
}
registerEnumType(VmiLineSort, {
  name: 'VmiLineSort',
  description: 'COVER: what runs out first. COLOUR: what needs attention first.',
});

const MOST_BUCKETS = 366;

@ArgsType()
class VmiLinesArgs extends PageArgs {
  @Field(() => VmiLineSort, { defaultValue: VmiLineSort.COVER })
  sort!: VmiLineSort;
  @Field(() => String, { nullable: true, description: 'Part of the number or name of the item.' })
  search?: string | null;
  @Field(() => [ColourEnum], { nullable: true })
  colour?: Colour[] | null;
  @Field(() => ID, { nullable: true, description: 'Of this agreement, in force or not.' })
  agreementId?: string | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
}

@Resolver(() => VmiLineType)
export class VmiLineResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => VmiLineConnection, { description: 'Lines in force; with an agreement, all of its lines.' })
  async vmiLines(
    @Args(() => VmiLinesArgs) args: VmiLinesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return vmiLineList.read(await context.work(), info, {
      ...checkPage(args),
      sort: args.sort,
      filter: {
        isLive: args.agreementId ? null : true,
        agreementId: wanted(agreementShape, args.agreementId),
        supplierId: wanted(organisationShape, args.supplierId),
        siteId: wanted(siteShape, args.siteId),
        colour: args.colour?.length ? args.colour : null,
        search: args.search?.trim() ? args.search.trim() : null,
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => VmiLineType, { nullable: true })
  async vmiLine(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(vmiLineShape, id);
    return key && readOne(await context.work(), info, vmiLineShape, key);
  }

  @FieldResolver(() => [ProjectedBucketType])
  projectedStock(
    @Root() line: { $projection: StoredProjection },
    @Arg('unit', () => BucketUnitEnum, { defaultValue: 'WEEK' }) unit: BucketUnit,
    @Arg('buckets', () => Int, { defaultValue: 13, description: 'At most 366.' }) buckets: number,
    @Ctx() context: Context,
  ): ProjectedBucketType[] {
    if (buckets < 1 || buckets > MOST_BUCKETS) throw badInput(`buckets must be from 1 to ${MOST_BUCKETS}`, ['buckets']);
    const today = todayIn(line.$projection.zone, context.clock);
    return bucketsOf(line.$projection, today, unit, buckets);
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.line.save')
  @Mutation(() => LinePayload)
  agreementLineSave(
    @Arg('input', () => AgreementLineSaveInput) input: AgreementLineSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LinePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        line: await agreementLines.save(work, {
          agreementId: localId(agreementShape, input.agreementId, ['input', 'agreementId']),
          lineId: input.lineId ? localId(vmiLineShape, input.lineId, ['input', 'lineId']) : null,
          expectedVersion: input.expectedVersion ?? null,
          itemId: input.itemId ? localId(itemShape, input.itemId, ['input', 'itemId']) : null,
          limits: input.limits ? limitsOf(input.limits) : null,
          quotaShare: input.quotaShare ?? null,
          reason: input.reason,
        }),
      }),
      show: { line: vmiLineShape },
    });
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.limits.change')
  @Mutation(() => LinePayload)
  vmiLimitsChange(
    @Arg('input', () => VmiLimitsChangeInput) input: VmiLimitsChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LinePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        line: await agreementLines.changeLimits(
          work,
          localId(vmiLineShape, input.lineId, ['input', 'lineId']),
          input.expectedVersion,
          limitsOf(input.limits),
          input.reason,
        ),
      }),
      show: { line: vmiLineShape },
    });
  }

  @For(STAFF)
  @Allow('vmi.line.snooze')
  @Mutation(() => LinePayload)
  lineSnooze(
    @Arg('input', () => LineSnoozeInput) input: LineSnoozeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LinePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        line: await agreementLines.snooze(
          work,
          localId(vmiLineShape, input.lineId, ['input', 'lineId']),
          input.until ?? null,
          input.reason,
        ),
      }),
      show: { line: vmiLineShape },
    });
  }
}
