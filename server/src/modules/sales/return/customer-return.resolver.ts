import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { CustomerReturnsArgs } from './customer-return.inputs.ts';
import { customerReturnList } from './customer-return.reads.ts';
import { customerReturnShape } from './customer-return.shape.ts';
import { CustomerReturnConnection, CustomerReturnType } from './customer-return.types.ts';

@Resolver(() => CustomerReturnType)
export class CustomerReturnResolver {
  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => CustomerReturnConnection, { description: 'Newest first.' })
  async customerReturns(
    @Args(() => CustomerReturnsArgs) { first, after, customerId, ...filter }: CustomerReturnsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return customerReturnList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort: 'NEWEST',
      filter: { ...filter, customer: wantedKey(organisationShape, customerId) },
    });
  }

  @For(DEMAND_SIDE)
  @HandsOn()
  @Query(() => CustomerReturnType, { nullable: true })
  async customerReturn(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(customerReturnShape, id);
    return key && readOne(await context.work(), info, customerReturnShape, key);
  }
}
