import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { actApart } from '../../../platform/graphql/act-apart.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { organisationShape } from '../organisation/organisation.shape.ts';
import { checkConfirmed } from '../session/confirmation.service.ts';
import { forgetSessions } from '../session/session-authenticator.service.ts';
import { countChallenge } from '../session/sign-in-guard.service.ts';
import { answerAsNewViewer } from '../session/viewer.reads.ts';
import { SignInPayload } from '../session/viewer.types.ts';
import { beginSignOn, finishSignOn } from './sign-on.service.ts';
import {
  SingleSignOnBeginInput,
  SingleSignOnFinishInput,
  SingleSignOnRemoveInput,
  SingleSignOnsArgs,
  SingleSignOnSetUpInput,
} from './single-sign-on.inputs.ts';
import { singleSignOnList } from './single-sign-on.reads.ts';
import { singleSignOnShape } from './single-sign-on.shape.ts';
import {
  SingleSignOnBeginPayload,
  SingleSignOnConnection,
  SingleSignOnPayload,
  SingleSignOnRemovePayload,
  SingleSignOnType,
} from './single-sign-on.types.ts';
import { probeProvider, removeSignOn, setUpSignOn } from './single-sign-ons.service.ts';

@Resolver(() => SingleSignOnType)
export class SingleSignOnResolver {
  @For(SIGNED_IN)
  @Allow('identity.single_sign_on.change')
  @HandsOn()
  @Query(() => SingleSignOnConnection, { description: 'Newest first.' })
  async singleSignOns(
    @Args(() => SingleSignOnsArgs) { organisationId, ...page }: SingleSignOnsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = { organisation: wantedKey(organisationShape, organisationId) };
    return singleSignOnList.read(await context.work(), info, { ...checkPage(page), sort: 'NEWEST', filter });
  }

  @For(SIGNED_IN)
  @Allow('identity.single_sign_on.change')
  @Mutation(() => SingleSignOnPayload, { description: 'Asks the provider whether it is one before anything is kept.' })
  singleSignOnSetUp(
    @Arg('input', () => SingleSignOnSetUpInput) input: SingleSignOnSetUpInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SingleSignOnPayload> {
    const settings = settingsOf(context.database);
    return act(context, info, {
      input,
      show: { singleSignOn: singleSignOnShape },
      work: async (work) => {
        const organisationId = localId(organisationShape, input.organisationId, ['input', 'organisationId']);
        const setup = { ...input, organisationId };
        await checkConfirmed(work);
        await probeProvider(settings, setup);
        return { singleSignOn: (await setUpSignOn(work, settings.secret, setup)).id };
      },
    });
  }

  @For(SIGNED_IN)
  @Allow('identity.single_sign_on.change')
  @Mutation(() => SingleSignOnRemovePayload)
  singleSignOnRemove(
    @Arg('input', () => SingleSignOnRemoveInput) input: SingleSignOnRemoveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SingleSignOnRemovePayload> {
    return act(context, info, {
      work: async (work) => {
        await removeSignOn(work, localId(singleSignOnShape, input.singleSignOnId, ['input', 'singleSignOnId']));
        forgetSessions(context.database);
        return {};
      },
    });
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => SingleSignOnBeginPayload)
  singleSignOnBegin(
    @Arg('input', () => SingleSignOnBeginInput) input: SingleSignOnBeginInput,
    @Ctx() context: Context,
  ): Promise<SingleSignOnBeginPayload> {
    return actApart(context, async () => {
      await countChallenge(context.database, context.actor.remoteAddress);
      return beginSignOn(context.database, input);
    });
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => SignInPayload)
  singleSignOnFinish(
    @Arg('input', () => SingleSignOnFinishInput) input: SingleSignOnFinishInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SignInPayload> {
    return answerAsNewViewer(context, info, () =>
      finishSignOn(context.database, context.actor, context.response.userAgent, input),
    );
  }
}
