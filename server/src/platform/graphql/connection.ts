import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { parseCursor } from '../read/cursor.ts';
import { For, type Reader } from './audience.ts';
import { PageInfo } from './common.types.ts';
import { badInput } from './errors.ts';

/** The Relay connection and edge of a node type, for that audience; `nodes` saves the reader the edges. */
export function connectionOf<T extends object>(
  node: ClassType<T>,
  name: string,
  readers: readonly Reader[],
): ClassType<object> {
  @For(readers)
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string;
    @Field(() => node)
    node!: T;
  }

  @For(readers)
  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [node])
    nodes!: T[];
    @Field(() => [Edge])
    edges!: Edge[];
    @Field(() => PageInfo)
    pageInfo!: PageInfo;
    @Field(() => Int)
    totalCount!: number;
  }
  return Connection;
}

const MOST_ROWS = 100;

/** Which part of a list: the first rows (at most 100) after a cursor. Lists extend it with their own arguments. */
@ArgsType()
export class PageArgs {
  @Field(() => Int)
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}

/** The page that was asked for. @throws BAD_USER_INPUT naming `first` or `after`. */
export function checkPage(page: { first: number; after?: string | null | undefined }): {
  first: number;
  after: string | null;
} {
  if (page.first < 1 || page.first > MOST_ROWS) throw badInput(`first must be from 1 to ${MOST_ROWS}`, ['first']);
  const after = page.after ?? null;
  if (after !== null && !parseCursor(after)) throw badInput('after is not a cursor of this list', ['after']);
  return { first: page.first, after };
}
