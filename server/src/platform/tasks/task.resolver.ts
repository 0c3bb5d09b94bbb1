import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { For, SIGNED_IN } from '../graphql/audience.ts';
import { checkPage, PageArgs } from '../graphql/connection.ts';
import type { Context } from '../graphql/context.ts';
import { HandsOn } from '../graphql/direct.ts';
import { badInput } from '../graphql/errors.ts';
import { localIdOrNull } from '../graphql/local-id.ts';
import { list } from '../read/list.ts';
import { readOne } from '../read/reader.ts';
import { planned } from '../read/selection.ts';
import { isUuid } from '../../kernel/id.ts';
import { taskShape } from './task.shape.ts';
import { TaskConnection, TaskIssueConnection, TaskState, TaskType, type TaskIssueType } from './task.types.ts';

const taskList = list(taskShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    kind: (row, wanted) => `${row}.kind = ${wanted}::text`,
    state: (row, wanted) => `${row}.state = ${wanted}::text`,
  },
});

@ArgsType()
class TasksArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  kind?: string | null;
  @Field(() => TaskState, { nullable: true })
  state?: TaskState | null;
}

interface PlannedIssues {
  readonly rows: readonly (TaskIssueType & { id: string })[];
  readonly total: number;
}

@Resolver(() => TaskType)
export class TaskResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => TaskConnection, { description: 'Long work, newest first.' })
  async tasks(
    @Args(() => TasksArgs) { kind, state, ...page }: TasksArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return taskList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { kind, state },
    });
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => TaskType, { nullable: true })
  async task(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(taskShape, id);
    return key && readOne(await context.work(), info, taskShape, key);
  }

  @FieldResolver(() => TaskIssueConnection, { description: 'The report, in the order it was written.' })
  issues(@Root() row: object, @Args(() => PageArgs) { first, after }: PageArgs, @Info() info: GraphQLResolveInfo) {
    checkPage({ first });
    if (after != null && !isUuid(after)) throw badInput('after is not a cursor of this list', ['after']);
    const { rows, total } = planned<PlannedIssues>(row, info);
    const edges = rows.slice(0, first).map(({ id, ...node }) => ({ cursor: id, node }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      totalCount: total,
      pageInfo: {
        hasNextPage: rows.length > first,
        hasPreviousPage: after != null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}
