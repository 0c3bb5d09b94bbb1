import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../organisation/organisation.shape.ts';
import { forgetSessions } from '../session/session-authenticator.service.ts';
import { apiKeyList } from './api-key.reads.ts';
import { apiKeyShape } from './api-key.shape.ts';
import {
  ApiKeyConnection,
  ApiKeyCreateInput,
  ApiKeyCreatePayload,
  ApiKeyPayload,
  ApiKeyRevokeInput,
  ApiKeysArgs,
  ApiKeyType,
} from './api-key.types.ts';
import { createApiKey, revokeApiKey } from './api-keys.service.ts';

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @For(SIGNED_IN)
  @Allow('identity.api_key.change')
  @HandsOn()
  @Query(() => ApiKeyConnection, { description: 'The keys of systems, newest first.' })
  async apiKeys(
    @Args(() => ApiKeysArgs) { organisationId, isOpen, ...page }: ApiKeysArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return apiKeyList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { organisation: wantedKey(organisationShape, organisationId), isOpen },
    });
  }

  @For(SIGNED_IN)
  @Allow('identity.api_key.change')
  @Mutation(() => ApiKeyCreatePayload, { description: 'A key for the organisation the viewer acts for.' })
  apiKeyCreate(
    @Arg('input', () => ApiKeyCreateInput) input: ApiKeyCreateInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ApiKeyCreatePayload> {
    let secret: string | null = null;
    return act(context, info, {
      input,
      show: { apiKey: apiKeyShape },
      beside: () => ({ secret }),
      work: async (work) => {
        const made = await createApiKey(work, input);
        secret = made.secret;
        return { apiKey: made.id };
      },
    });
  }

  @For(SIGNED_IN)
  @Allow('identity.api_key.change')
  @Mutation(() => ApiKeyPayload, { description: 'The key is good for nothing from now on.' })
  apiKeyRevoke(
    @Arg('input', () => ApiKeyRevokeInput) input: ApiKeyRevokeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ApiKeyPayload> {
    return act(context, info, {
      show: { apiKey: apiKeyShape },
      work: async (work) => {
        const id = localId(apiKeyShape, input.apiKeyId, ['input', 'apiKeyId']);
        await revokeApiKey(work, id);
        forgetSessions(context.database);
        return { apiKey: id };
      },
    });
  }
}
