import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { act } from '../../../platform/graphql/act.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { membershipShape } from '../person/membership.shape.ts';
import { enterWithCode } from './entry.service.ts';
import { forgetSessions } from './session-authenticator.service.ts';
import { endSession, moveSession } from './sessions.service.ts';
import { signIn } from './sign-in.service.ts';
import { answerAsNewViewer } from './viewer.reads.ts';
import { viewerShape } from './viewer.shape.ts';
import {
  MembershipChooseInput,
  MembershipChoosePayload,
  SignInConfirmInput,
  SignInInput,
  SignInPayload,
  SignOutPayload,
  ViewerType,
} from './viewer.types.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @For(EVERYBODY)
  @HandsOn()
  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  async viewer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const { sessionId } = context.actor;
    return sessionId && readOne(await context.work(), info, viewerShape, sessionId);
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => SignInPayload)
  signIn(
    @Arg('input', () => SignInInput) input: SignInInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SignInPayload> {
    return answerAsNewViewer(context, info, () =>
      signIn(context.database, context.actor, context.response.userAgent, input),
    );
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => SignInPayload, { description: 'The second step of a sign-in: a one-time code or a recovery code.' })
  signInConfirm(
    @Arg('input', () => SignInConfirmInput) input: SignInConfirmInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SignInPayload> {
    return answerAsNewViewer(context, info, () =>
      enterWithCode(context.database, context.actor, context.response.userAgent, input),
    );
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => SignOutPayload)
  signOut(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<SignOutPayload> {
    const { personId, sessionId } = context.actor;
    return act(context, info, {
      work: async (work) => {
        if (sessionId) await endSession(work, personId, sessionId);
        forgetSessions(context.database);
        context.response.clearSessionCookie();
        return {};
      },
    });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => MembershipChoosePayload)
  membershipChoose(
    @Arg('input', () => MembershipChooseInput) { membershipId }: MembershipChooseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MembershipChoosePayload> {
    return answerAsNewViewer(context, info, async () => {
      const chosen = localId(membershipShape, membershipId, ['input', 'membershipId']);
      return { session: await context.database.transact(context.actor, (work) => moveSession(work, chosen)) };
    });
  }
}
