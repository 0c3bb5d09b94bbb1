import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { TerritoriesArgs, TerritoryPayload, TerritorySaveInput } from './territory.inputs.ts';
import { territoryList } from './territory.reads.ts';
import { territoryShape } from './territory.shape.ts';
import { TerritoryConnection, TerritoryType } from './territory.types.ts';
import { territories } from './territories.service.ts';

@Resolver(() => TerritoryType)
export class TerritoryResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => TerritoryConnection)
  async territories(
    @Args(() => TerritoriesArgs) { first, after, search }: TerritoriesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return territoryList.read(await context.work(), info, {
      ...checkPage({ first, after }),
      sort: 'CODE',
      filter: { search },
    });
  }

  @For(STAFF)
  @Allow('sales.territory.edit')
  @Mutation(() => TerritoryPayload)
  territorySave(
    @Arg('input', () => TerritorySaveInput) { id, code, name, country = null, area }: TerritorySaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TerritoryPayload> {
    return act(context, info, {
      work: async (work) => ({
        territory: await territories.save(work, {
          ...{ code, name, country, area },
          id: id ? localId(territoryShape, id, ['input', 'id']) : null,
        }),
      }),
      show: { territory: territoryShape },
    });
  }
}
