import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { forgetSessions } from '../session/session-authenticator.service.ts';
import { confirmApp, offerApp, removeApp, replaceRecoveryCodes } from './enrolment.service.ts';
import { securityShape } from './security.shape.ts';
import {
  AuthenticatorAppConfirmInput,
  AuthenticatorAppOfferPayload,
  AuthenticatorAppRemovePayload,
  RecoveryCodesPayload,
  SecurityType,
} from './security.types.ts';

@Resolver(() => SecurityType)
export class SecurityResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => SecurityType, { nullable: true, description: 'By what the viewer signs in; null for a machine.' })
  async security(@Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const { personId, apiKeyId } = context.actor;
    return personId && !apiKeyId ? readOne(await context.work(), info, securityShape, personId) : null;
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => AuthenticatorAppOfferPayload)
  authenticatorAppOffer(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AuthenticatorAppOfferPayload> {
    return act(context, info, { work: (work) => offerApp(work, settingsOf(context.database).secret) });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => RecoveryCodesPayload, { description: 'From now on a code of this app is asked for at sign-in.' })
  authenticatorAppConfirm(
    @Arg('input', () => AuthenticatorAppConfirmInput) input: AuthenticatorAppConfirmInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RecoveryCodesPayload> {
    return act(context, info, {
      work: async (work) => {
        const recoveryCodes = await confirmApp(work, settingsOf(context.database).secret, input);
        forgetSessions(context.database);
        return { recoveryCodes };
      },
    });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => AuthenticatorAppRemovePayload)
  authenticatorAppRemove(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AuthenticatorAppRemovePayload> {
    return act(context, info, {
      work: async (work) => {
        await removeApp(work);
        return {};
      },
    });
  }

  @For(SIGNED_IN)
  @Allow(ANYBODY)
  @Mutation(() => RecoveryCodesPayload, { description: 'Ten new codes; the earlier ones are void.' })
  recoveryCodesReplace(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<RecoveryCodesPayload> {
    return act(context, info, { work: async (work) => ({ recoveryCodes: await replaceRecoveryCodes(work) }) });
  }
}
