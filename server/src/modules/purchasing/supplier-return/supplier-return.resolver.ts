import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, registerEnumType, Resolver } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';

import { supplierReturnList } from './supplier-return.reads.ts';
import { supplierReturnShape } from './supplier-return.shape.ts';
import { SupplierReturnConnection, SupplierReturnType } from './supplier-return.types.ts';

export enum SupplierReturnSort {
  NEWEST = 'NEWEST',
  NUMBER = 'NUMBER',
}
registerEnumType(SupplierReturnSort, { name: 'SupplierReturnSort' });

@ArgsType()
class SupplierReturnsArgs extends PageArgs {
  @Field(() => SupplierReturnSort, { defaultValue: SupplierReturnSort.NEWEST })
  sort!: SupplierReturnSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
}

@Resolver(() => SupplierReturnType)
export class SupplierReturnResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => SupplierReturnConnection)
  async supplierReturns(
    @Args(() => SupplierReturnsArgs) args: SupplierReturnsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { sort, first, after, supplierId, siteId, ...filter } = args;
    return supplierReturnList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort,
      filter: {
        ...filter,
        supplier: wantedKey(organisationShape, supplierId),
        site: wantedKey(siteShape, siteId),
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => SupplierReturnType, { nullable: true })
  async supplierReturn(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(supplierReturnShape, id);
    return key && readOne(await context.work(), info, supplierReturnShape, key);
  }
}
