import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { readMany, readOne } from '../../../platform/read/reader.ts';
import { PartySide } from '../../interactions/contact/contact.types.ts';
import { wantedWords } from '../ticket/search-words.calc.ts';
import { articleSearch } from './article-search.service.ts';
import { articleList, missedSearches } from './article.reads.ts';
import { articleShape } from './article.shape.ts';
import {
  ArticleConnection,
  ArticleSearchNoteInput,
  ArticleSearchPayload,
  ArticleStateEnum,
  ArticleType,
  MissedSearch,
} from './article.types.ts';

@ArgsType()
class ArticlesArgs extends PageArgs {
  @Field(() => [ArticleStateEnum], { nullable: true })
  state?: ArticleStateEnum[] | null;
  @Field(() => PartySide, { nullable: true })
  audience?: PartySide | null;
  @Field(() => String, { nullable: true, description: 'Words that all of them have; Chinese is found by its signs.' })
  search?: string | null;
}

@Resolver(() => ArticleType)
export class ArticleResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => ArticleConnection)
  async articles(
    @Args(() => ArticlesArgs) { state, audience, search, ...page }: ArticlesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const words = search?.trim() ? wantedWords(search) : null;
    return articleList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { state, audience, words },
    });
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => ArticleType, { nullable: true })
  async article(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(articleShape, id);
    return key && readOne(await context.work(), info, articleShape, key);
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => [ArticleType], {
    description: 'Published articles that may answer what somebody is writing, best first.',
  })
  async articleSuggestions(
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { defaultValue: 5 }) first: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (first < 1 || first > 20) throw badInput('first must be from 1 to 20', ['first']);
    const work = await context.work();
    return readMany(work, info, articleShape, await articleSearch.find(work, text, first));
  }

  @For(STAFF)
  @Query(() => [MissedSearch], {
    description: 'What was looked for in vain in the last ninety days, at most a hundred.',
  })
  async missedSearches(@Ctx() context: Context): Promise<MissedSearch[]> {
    return missedSearches(await context.work(), 100);
  }

  @For(SIGNED_IN)
  @Allow('service.article.read')
  @Mutation(() => ArticleSearchPayload)
  articleSearchNote(
    @Arg('input', () => ArticleSearchNoteInput) input: ArticleSearchNoteInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ArticleSearchPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        const hits = (await articleSearch.find(work, input.query, 20)).length;
        await articleSearch.note(work, input.query, hits);
        return { hits };
      },
    });
  }
}
