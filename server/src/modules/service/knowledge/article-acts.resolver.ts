import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { articleShape } from './article.shape.ts';
import { ArticleActInput, ArticlePayload, ArticleSaveInput, ArticleType } from './article.types.ts';
import { articles } from './articles.service.ts';

const articleId = (input: { articleId: string }): string =>
  localId(articleShape, input.articleId, ['input', 'articleId']);

@Resolver(() => ArticleType)
export class ArticleActsResolver {
  @For(STAFF)
  @Allow('service.article.save')
  @Mutation(() => ArticlePayload)
  articleSave(
    @Arg('input', () => ArticleSaveInput) input: ArticleSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ArticlePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ article: await save(work, input) }),
      show: { article: articleShape },
    });
  }

  @For(STAFF)
  @Allow('service.article.submit')
  @Mutation(() => ArticlePayload, { description: 'Asks a colleague to look at it.' })
  articleSubmit(
    @Arg('input', () => ArticleActInput) input: ArticleActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ArticlePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ article: await articles.submit(work, articleId(input), input.expectedVersion) }),
      show: { article: articleShape },
    });
  }

  @For(STAFF)
  @Allow('service.article.publish')
  @Mutation(() => ArticlePayload, { description: 'In the place of the revision before it.' })
  articlePublish(
    @Arg('input', () => ArticleActInput) input: ArticleActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ArticlePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ article: await articles.publish(work, articleId(input), input.expectedVersion) }),
      show: { article: articleShape },
    });
  }

  @For(STAFF)
  @Allow('service.article.archive')
  @Mutation(() => ArticlePayload)
  articleArchive(
    @Arg('input', () => ArticleActInput) input: ArticleActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ArticlePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ article: await articles.archive(work, articleId(input), input.expectedVersion) }),
      show: { article: articleShape },
    });
  }

  @For(STAFF)
  @Allow('service.article.revise')
  @Mutation(() => ArticlePayload, { description: 'A new draft under the same number; answers that one.' })
  articleRevise(
    @Arg('input', () => ArticleActInput) input: ArticleActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ArticlePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ article: await articles.revise(work, articleId(input)) }),
      show: { article: articleShape },
    });
  }
}

const save = (work: Work, { articleId: id, expectedVersion, ...text }: ArticleSaveInput): Promise<string> =>
  articles.save(work, id ? articleId({ articleId: id }) : null, expectedVersion ?? null, text);
