import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow, ANYBODY } from '../../../platform/graphql/allow.ts';
import { EVERYBODY, For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { membershipShape } from '../person/membership.shape.ts';
import { answerAsNewViewer } from '../session/viewer.reads.ts';
import { SignInPayload } from '../session/viewer.types.ts';
import { beginImpersonation, enterImpersonation } from './impersonation.service.ts';
import { ImpersonationBeginInput, ImpersonationBeginPayload, ImpersonationEnterInput } from './impersonation.types.ts';

@Resolver()
export class ImpersonationResolver {
  @For(STAFF)
  @Allow('identity.impersonation.begin')
  @Mutation(() => ImpersonationBeginPayload)
  impersonationBegin(
    @Arg('input', () => ImpersonationBeginInput) input: ImpersonationBeginInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ImpersonationBeginPayload> {
    return act(context, info, {
      work: (work) => {
        const membershipId = localId(membershipShape, input.membershipId, ['input', 'membershipId']);
        return beginImpersonation(work, { ...input, membershipId });
      },
    });
  }

  @For(EVERYBODY)
  @Allow(ANYBODY)
  @Mutation(() => SignInPayload)
  impersonationEnter(
    @Arg('input', () => ImpersonationEnterInput) { ticket }: ImpersonationEnterInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SignInPayload> {
    return answerAsNewViewer(context, info, () =>
      enterImpersonation(context.database, context.actor, context.response.userAgent, ticket),
    );
  }
}
