import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../organisation/organisation.shape.ts';
import { forgetSessions } from '../session/session-authenticator.service.ts';
import { MembershipChangeRolesInput, MembershipDeactivateInput, MembershipsArgs } from './membership.inputs.ts';
import { membershipList } from './membership.reads.ts';
import { membershipShape } from './membership.shape.ts';
import { MembershipConnection, MembershipPayload, MembershipType } from './membership.types.ts';
import { changeRoles, deactivate } from './memberships.service.ts';

const NO_ID = '00000000-0000-0000-0000-000000000000';
const PATH = ['input', 'membershipId'];

@Resolver(() => MembershipType)
export class MembershipResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => MembershipConnection, { description: 'Who acts for whom, newest first.' })
  async memberships(
    @Args(() => MembershipsArgs) { organisationId, isActive, ...page }: MembershipsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisation = organisationId && (localIdOrNull(organisationShape, organisationId) ?? NO_ID);
    return membershipList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { organisation, isActive },
    });
  }

  @For(SIGNED_IN)
  @Allow('identity.membership.change')
  @Mutation(() => MembershipPayload)
  membershipChangeRoles(
    @Arg('input', () => MembershipChangeRolesInput) input: MembershipChangeRolesInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MembershipPayload> {
    return act(context, info, {
      input,
      show: { membership: membershipShape },
      work: async (work) => {
        const id = localId(membershipShape, input.membershipId, PATH);
        await changeRoles(work, id, input.roles, input.expectedVersion ?? null);
        forgetSessions(context.database);
        return { membership: id };
      },
    });
  }

  @For(SIGNED_IN)
  @Allow('identity.membership.change')
  @Mutation(() => MembershipPayload)
  membershipDeactivate(
    @Arg('input', () => MembershipDeactivateInput) input: MembershipDeactivateInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MembershipPayload> {
    return act(context, info, {
      input,
      show: { membership: membershipShape },
      work: async (work) => {
        const id = localId(membershipShape, input.membershipId, PATH);
        await deactivate(work, id);
        forgetSessions(context.database);
        return { membership: id };
      },
    });
  }
}
