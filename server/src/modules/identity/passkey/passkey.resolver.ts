import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { systemActor } from '../../../platform/access/actor.ts';
import { actApart } from '../../../platform/graphql/act-apart.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { countChallenge } from '../session/sign-in-guard.service.ts';
import { answerAsNewViewer } from '../session/viewer.reads.ts';
import { SignInPayload } from '../session/viewer.types.ts';
import { challengePasskey } from './passkey-proof.service.ts';
import { offerPasskey, registerPasskey, removePasskey } from './passkey-registration.service.ts';
import { signInByPasskey } from './passkey-sign-in.service.ts';
import { PasskeySignInInput } from './passkey.inputs.ts';
import { passkeyList } from './passkey.reads.ts';
import { passkeyShape } from './passkey.shape.ts';
import {
  PasskeyChallengePayload,
  PasskeyConnection,
  PasskeyPayload,
  PasskeyRegisterInput,
  PasskeyRemoveInput,
  PasskeyRemovePayload,
  PasskeyType,
} from './passkey.types.ts';

@Resolver(() => PasskeyType)
export class PasskeyResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => PasskeyConnection, { description: 'The devices on which the viewer signs in, newest first.' })
  async passkeys(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return passkeyList.read(await context.work(), info, { ...checkPage(page), sort: 'NEWEST' });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => PasskeyChallengePayload, { description: 'What the browser needs to make a passkey.' })
  passkeyOffer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<PasskeyChallengePayload> {
    return act(context, info, { work: (work) => offerPasskey(work, settingsOf(context.database)) });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => PasskeyPayload)
  passkeyRegister(
    @Arg('input', () => PasskeyRegisterInput) input: PasskeyRegisterInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PasskeyPayload> {
    return act(context, info, {
      show: { passkey: passkeyShape },
      work: async (work) => ({ passkey: (await registerPasskey(work, settingsOf(context.database), input)).id }),
    });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => PasskeyRemovePayload)
  passkeyRemove(
    @Arg('input', () => PasskeyRemoveInput) { passkeyId }: PasskeyRemoveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PasskeyRemovePayload> {
    return act(context, info, {
      work: async (work) => {
        await removePasskey(work, localId(passkeyShape, passkeyId, ['input', 'passkeyId']));
        return {};
      },
    });
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => PasskeyChallengePayload, { description: 'A challenge for any passkey: to sign in, or to confirm.' })
  passkeyChallenge(@Ctx() context: Context): Promise<PasskeyChallengePayload> {
    const { database, actor } = context;
    return actApart(context, async () => {
      await countChallenge(database, actor.remoteAddress);
      return database.transact(systemActor('sign-in'), (work) => challengePasskey(work, settingsOf(database)));
    });
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => SignInPayload)
  passkeySignIn(
    @Arg('input', () => PasskeySignInInput) input: PasskeySignInInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SignInPayload> {
    return answerAsNewViewer(context, info, () =>
      signInByPasskey(context.database, context.actor, context.response.userAgent, input),
    );
  }
}
