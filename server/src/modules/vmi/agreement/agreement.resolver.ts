import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Query, registerEnumType, Resolver } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { AgreementStateEnum } from '../vmi.enums.types.ts';
import { wanted } from '../vmi.reads.ts';
import { agreementList } from './agreement.reads.ts';
import { agreementShape } from './agreement.shape.ts';
import type { AgreementState } from './agreement.state.ts';
import { AgreementConnection, AgreementType } from './agreement.types.ts';

export enum VmiAgreementSort {
  NEWEST = 'NEWEST',
  NUMBER = 'NUMBER',
  ENDING = 'ENDING',
}
registerEnumType(VmiAgreementSort, { name: 'VmiAgreementSort' });

@ArgsType()
class VmiAgreementsArgs extends PageArgs {
  @Field(() => VmiAgreementSort, { defaultValue: VmiAgreementSort.NEWEST })
  sort!: VmiAgreementSort;
  @Field(() => [AgreementStateEnum], { nullable: true })
  state?: AgreementState[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of its number or of the name of the supplier.' })
  search?: string | null;
}

@Resolver(() => AgreementType)
export class AgreementResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => AgreementConnection)
  async vmiAgreements(
    @Args(() => VmiAgreementsArgs) args: VmiAgreementsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return agreementList.read(await context.work(), info, {
      ...checkPage(args),
      sort: args.sort,
      filter: {
        state: args.state?.length ? args.state : null,
        supplierId: wanted(organisationShape, args.supplierId),
        siteId: wanted(siteShape, args.siteId),
        search: args.search?.trim() ? args.search.trim() : null,
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => AgreementType, { nullable: true })
  async vmiAgreement(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(agreementShape, id);
    return key && readOne(await context.work(), info, agreementShape, key);
  }
}
