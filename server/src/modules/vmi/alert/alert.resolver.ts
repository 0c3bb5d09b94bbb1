import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { vmiLineShape } from '../line/vmi-line.shape.ts';
import { AlertTypeEnum } from '../vmi.enums.types.ts';
import { wanted } from '../vmi.reads.ts';
import { alertList } from './alert.reads.ts';
import { AlertConnection, AlertType } from './alert.types.ts';

@ArgsType()
class VmiAlertsArgs extends PageArgs {
  @Field(() => [AlertTypeEnum], { nullable: true })
  type?: (keyof typeof AlertTypeEnum)[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  lineId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Null: those that have ended, too.',
  })
  isOpen?: boolean | null;
}

@Resolver(() => AlertType)
export class AlertResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => AlertConnection, { description: 'Newest first.' })
  async vmiAlerts(
    @Args(() => VmiAlertsArgs) args: VmiAlertsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return alertList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'NEWEST',
      filter: {
        type: args.type?.length ? args.type : null,
        supplierId: wanted(organisationShape, args.supplierId),
        lineId: wanted(vmiLineShape, args.lineId),
        isOpen: args.isOpen,
      },
    });
  }
}
