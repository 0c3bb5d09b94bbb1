import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, registerEnumType, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { forgetSessions } from '../session/session-authenticator.service.ts';
import {
  OrganisationChangeInput,
  OrganisationPayload,
  OrganisationRegisterInput,
  SecondFactorRequireInput,
  SecondFactorRequirePayload,
} from './organisation.inputs.ts';
import { organisationList } from './organisation.reads.ts';
import { organisationShape } from './organisation.shape.ts';
import { OrganisationConnection, OrganisationType } from './organisation.types.ts';
import { changeOrganisation, registerOrganisation } from './organisations.service.ts';
import { requireSecondFactor } from './second-factor-demand.service.ts';

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
  async organisation(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(organisationShape, id);
    return key && readOne(await context.work(), info, organisationShape, key);
  }

  @For(STAFF)
  @Allow('identity.organisation.register')
  @Mutation(() => OrganisationPayload)
  organisationRegister(
    @Arg('input', () => OrganisationRegisterInput) input: OrganisationRegisterInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganisationPayload> {
    return act(context, info, {
      input,
      show: { organisation: organisationShape },
      work: async (work) => ({ organisation: (await registerOrganisation(work, input.number, input)).id }),
    });
  }

  @For(STAFF)
  @Allow('identity.organisation.change')
  @Mutation(() => OrganisationPayload)
  organisationChange(
    @Arg('input', () => OrganisationChangeInput) input: OrganisationChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganisationPayload> {
    return act(context, info, {
      input,
      show: { organisation: organisationShape },
      work: async (work) => {
        const id = localId(organisationShape, input.organisationId, ['input', 'organisationId']);
        const { id: organisation } = await changeOrganisation(work, id, input.expectedVersion, input);
        forgetSessions(context.database);
        return { organisation };
      },
    });
  }

  @For(SIGNED_IN)
  @Allow('identity.second_factor.require')
  @Mutation(() => SecondFactorRequirePayload, {
    description: 'Whether whoever acts for this organisation must have signed in with a second factor, from now on.',
  })
  organisationRequireSecondFactor(
    @Arg('input', () => SecondFactorRequireInput) input: SecondFactorRequireInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SecondFactorRequirePayload> {
    return act(context, info, {
      show: { organisation: organisationShape },
      work: async (work) => {
        const organisation = localId(organisationShape, input.organisationId, ['input', 'organisationId']);
        await requireSecondFactor(work, organisation, input.isRequired);
        forgetSessions(context.database);
        return { organisation };
      },
    });
  }
}
