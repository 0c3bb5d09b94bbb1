import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { categoryShape } from './category.shape.ts';
import { CategoryType, ServiceCategoryPayload, ServiceCategorySaveInput } from './category.types.ts';
import { categories } from './categories.service.ts';
import { queueShape } from './queue.shape.ts';
import { ServiceOrderInput } from './queue.types.ts';
import { categoryList } from './setup.reads.ts';
import { putInOrder } from './setup-rows.service.ts';
import { ServiceSetupPayload } from './setup.types.ts';

const CategoryConnection = connectionOf(CategoryType, 'ServiceCategory', SIGNED_IN);

@ArgsType()
class CategoriesArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Those in use, or those out of use; all of them when null.',
  })
  isActive?: boolean | null;
}

@Resolver()
export class CategoryResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => CategoryConnection)
  async serviceCategories(
    @Args(() => CategoriesArgs) { isActive, ...page }: CategoriesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return categoryList.read(await context.work(), info, { ...checkPage(page), sort: 'PLACE', filter: { isActive } });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServiceCategoryPayload)
  serviceCategorySave(
    @Arg('input', () => ServiceCategorySaveInput) input: ServiceCategorySaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceCategoryPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        category: await categories.save(work, {
          ...input,
          id: input.id ? localId(categoryShape, input.id, ['input', 'id']) : null,
          expectedVersion: input.expectedVersion ?? null,
          queueId: input.queueId ? localId(queueShape, input.queueId, ['input', 'queueId']) : null,
        }),
      }),
      show: { category: categoryShape },
    });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServiceSetupPayload)
  serviceCategoryOrder(
    @Arg('input', () => ServiceOrderInput) input: ServiceOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceSetupPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        const ids = input.ids.map((id) => localId(categoryShape, id, ['input', 'ids']));
        await putInOrder(work, 'service_category', 'id', ids);
        return {};
      },
    });
  }
}
