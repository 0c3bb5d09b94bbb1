import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { discrepancies } from './discrepancies.service.ts';
import { DiscrepancyPayload, DiscrepancyResolveInput } from './discrepancy.inputs.ts';
import { discrepancyShape } from './discrepancy.shape.ts';
import { DiscrepancyType } from './discrepancy.types.ts';

@Resolver(() => DiscrepancyType)
export class DiscrepancyActsResolver {
  @For(STAFF)
  @Allow('purchasing.discrepancy.resolve')
  @Mutation(() => DiscrepancyPayload)
  discrepancyResolve(
    @Arg('input', () => DiscrepancyResolveInput) input: DiscrepancyResolveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DiscrepancyPayload> {
    const { expectedVersion, resolution, note } = input;
    return act(context, info, {
      input,
      work: async (work) => {
        const id = localId(discrepancyShape, input.id, ['input', 'id']);
        return { discrepancy: await discrepancies.resolve(work, id, expectedVersion, resolution, note) };
      },
      show: { discrepancy: discrepancyShape },
    });
  }
}
