import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, registerEnumType, Resolver } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { organisationList } from './organisation.reads.ts';
import { organisationShape } from './organisation.shape.ts';
import { OrganisationConnection, OrganisationType } from './organisation.types.ts';

export enum OrganisationSort {
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}
registerEnumType(OrganisationSort, { name: 'OrganisationSort' });

@ArgsType()
class OrganisationsArgs extends PageArgs {
  @Field(() => OrganisationSort, { defaultValue: OrganisationSort.NAME })
  sort!: OrganisationSort;
  @Field(() => Boolean, { nullable: true })
  isSupplier?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  isCustomer?: boolean | null;
  @Field(() => String, { nullable: true })
  search?: string | null;
}

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => OrganisationConnection)
  async organisations(
    @Args(() => OrganisationsArgs) { sort, isSupplier, isCustomer, search, ...page }: OrganisationsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organisationList.read(await context.work(), info, {
      ...checkPage(page),
      sort,
      filter: { isSupplier, isCustomer, search },
    });
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => OrganisationType, { nullable: true })
  async organisation(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const key = localIdOrNull(organisationShape, id);
    return key && readOne(await context.work(), info, organisationShape, key);
  }
}
