import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { unitList } from './unit.reads.ts';
import { UnitConnection, UnitType } from './unit.types.ts';

@Resolver(() => UnitType)
export class UnitResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => UnitConnection)
  async units(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return unitList.read(await context.work(), info, { ...checkPage(page), sort: 'CODE' });
  }
}
