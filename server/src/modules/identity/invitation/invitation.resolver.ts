import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { systemActor } from '../../../platform/access/actor.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../organisation/organisation.shape.ts';
import { answerAsNewViewer } from '../session/viewer.reads.ts';
import { acceptInvitation } from './invitation-acceptance.service.ts';
import {
  InvitationAcceptInput,
  InvitationCreateInput,
  InvitationRevokeInput,
  InvitationsArgs,
} from './invitation.inputs.ts';
import { findOpenInvitation, invitationList } from './invitation.reads.ts';
import { invitationShape } from './invitation.shape.ts';
import {
  InvitationAcceptPayload,
  InvitationConnection,
  InvitationCreatePayload,
  InvitationPreview,
  InvitationRevokePayload,
  InvitationType,
} from './invitation.types.ts';
import { invite, revokeInvitation } from './invitations.service.ts';

const NO_ID = '00000000-0000-0000-0000-000000000000';

@Resolver(() => InvitationType)
export class InvitationResolver {
  @For(EVERYBODY)
  @Query(() => InvitationPreview, {
    nullable: true,
    description: 'What a link offers; null when it is unknown, used, revoked or expired.',
  })
  invitation(@Arg('token', () => String) token: string, @Ctx() context: Context) {
    // Nobody is known yet: the token is what gives the right to this one row.
    return context.database.transact(systemActor('sign-in'), (work) => findOpenInvitation(work, token), 'read');
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => InvitationConnection, { description: 'Newest first.' })
  async invitations(
    @Args(() => InvitationsArgs) { organisationId, isOpen, ...page }: InvitationsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisation = organisationId && (localIdOrNull(organisationShape, organisationId) ?? NO_ID);
    return invitationList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { organisation, isOpen },
    });
  }

  @For(SIGNED_IN)
  @Allow('identity.invitation.create')
  @Mutation(() => InvitationCreatePayload)
  invitationCreate(
    @Arg('input', () => InvitationCreateInput) input: InvitationCreateInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InvitationCreatePayload> {
    let url: string | null = null;
    return act(context, info, {
      input,
      show: { invitation: invitationShape },
      beside: () => ({ url }),
      work: async (work) => {
        const organisationId = localId(organisationShape, input.organisationId, ['input', 'organisationId']);
        const made = await invite(work, { ...input, organisationId });
        url = made.url;
        return { invitation: made.id };
      },
    });
  }

  @For(SIGNED_IN)
  @Allow('identity.invitation.create')
  @Mutation(() => InvitationRevokePayload)
  invitationRevoke(
    @Arg('input', () => InvitationRevokeInput) { invitationId }: InvitationRevokeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InvitationRevokePayload> {
    return act(context, info, {
      show: { invitation: invitationShape },
      work: async (work) => {
        const id = localId(invitationShape, invitationId, ['input', 'invitationId']);
        await revokeInvitation(work, id);
        return { invitation: id };
      },
    });
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => InvitationAcceptPayload)
  invitationAccept(
    @Arg('input', () => InvitationAcceptInput) input: InvitationAcceptInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InvitationAcceptPayload> {
    return answerAsNewViewer(context, info, () =>
      acceptInvitation(context.database, context.actor, context.response.userAgent, input),
    );
  }
}
