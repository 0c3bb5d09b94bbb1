import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { SharingChangeInput, SharingPayload } from './sharing.inputs.ts';
import { sharing } from './sharing.service.ts';
import { sharingPolicyShape } from './sharing.shape.ts';

@Resolver()
export class SharingResolver {
  @For(STAFF)
  @Allow('catalog.sharing.change')
  @Mutation(() => SharingPayload)
  sharingChange(
    @Arg('input', () => SharingChangeInput) input: SharingChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SharingPayload> {
    return act(context, info, {
      input,
      show: { sharing: sharingPolicyShape },
      work: async (work) => {
        const organisationId = localId(organisationShape, input.organisationId, ['input', 'organisationId']);
        return { sharing: await sharing.change(work, organisationId, input.expectedVersion, input) };
      },
    });
  }
}
