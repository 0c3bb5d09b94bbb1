import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { systemActor } from '../../../platform/access/actor.ts';
import { actApart } from '../../../platform/graphql/act-apart.ts';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { forgetSessions } from '../session/session-authenticator.service.ts';
import { answerAsNewViewer } from '../session/viewer.reads.ts';
import { SignInPayload } from '../session/viewer.types.ts';
import { changePassword } from './password-change.service.ts';
import { findOpenReset, requestReset, resetPassword } from './password-reset.service.ts';
import {
  PasswordChangeInput,
  PasswordResetInput,
  PasswordResetPayload,
  PasswordResetPreview,
  PasswordResetRequestInput,
  PasswordResetRequestPayload,
} from './password.types.ts';

@Resolver()
export class PasswordResolver {
  @For(EVERYBODY)
  @Query(() => PasswordResetPreview, {
    nullable: true,
    description: 'What a link is for; null when it is unknown, used, replaced or expired.',
  })
  passwordReset(@Arg('token', () => String) token: string, @Ctx() context: Context) {
    // Nobody is known yet: the token is what gives the right to this one row.
    return context.database.transact(systemActor('sign-in'), (work) => findOpenReset(work, token), 'read');
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => PasswordResetRequestPayload, {
    description: 'Sends a link to whoever has an account under this e-mail; answers the same when nobody has.',
  })
  passwordResetRequest(
    @Arg('input', () => PasswordResetRequestInput) input: PasswordResetRequestInput,
    @Ctx() context: Context,
  ): Promise<PasswordResetRequestPayload> {
    return actApart(context, async () => {
      await requestReset(context.database, context.actor, input);
      return {};
    });
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => PasswordResetPayload, { name: 'passwordReset' })
  passwordResetFinish(
    @Arg('input', () => PasswordResetInput) input: PasswordResetInput,
    @Ctx() context: Context,
  ): Promise<PasswordResetPayload> {
    return actApart(context, async () => {
      await resetPassword(context.database, input);
      forgetSessions(context.database);
      return {};
    });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => SignInPayload, { description: 'Other sessions of the viewer end; this one goes on.' })
  passwordChange(
    @Arg('input', () => PasswordChangeInput) input: PasswordChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SignInPayload> {
    return answerAsNewViewer(context, info, () => changePassword(context.database, context.actor, input));
  }
}
