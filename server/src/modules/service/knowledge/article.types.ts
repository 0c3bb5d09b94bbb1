import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { PersonType } from '../../identity/person/person.types.ts';
import { PartySide } from '../../interactions/contact/contact.types.ts';

export enum ArticleStateEnum {
  DRAFT = 'DRAFT',
  REVIEW = 'REVIEW',
  PUBLISHED = 'PUBLISHED',
  ARCHIVED = 'ARCHIVED',
}
registerEnumType(ArticleStateEnum, { name: 'ArticleState' });

@For(SIGNED_IN)
@ObjectType('Article', { implements: Node, description: 'Something people ask often, answered once.' })
export class ArticleType extends Node {
  @Field(() => String)
  number!: string;
  @For(STAFF)
  @Field(() => Int)
  revision!: number;
  @For(STAFF)
  @Field(() => ArticleStateEnum)
  state!: ArticleStateEnum;
  @For(STAFF)
  @Field(() => [PartySide])
  audiences!: PartySide[];
  @Field(() => String, { description: 'In the language of the reader, where it is written in it.' })
  title!: string;
  @Field(() => String, { description: 'Plain text; in the language of the reader, where it is written in it.' })
  body!: string;
  @For(STAFF)
  @Field(() => String)
  titleEn!: string;
  @For(STAFF)
  @Field(() => String)
  titleZh!: string;
  @For(STAFF)
  @Field(() => String)
  bodyEn!: string;
  @For(STAFF)
  @Field(() => String)
  bodyZh!: string;
  @For(STAFF)
  @Field(() => PersonType, { nullable: true })
  author!: PersonType | null;
  @Field(() => DateTimeScalar, { nullable: true })
  publishedAt!: string | null;
  @For(STAFF)
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @For(STAFF)
  @Field(() => Int)
  version!: number;
  @For(STAFF)
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const ArticleConnection = connectionOf(ArticleType, 'Article', SIGNED_IN);

@For(STAFF)
@ObjectType({ description: 'Something people looked for in the help, and found nothing.' })
export class MissedSearch {
  @Field(() => String)
  query!: string;
  @Field(() => Int)
  times!: number;
  @Field(() => DateTimeScalar)
  lastAt!: string;
}

@InputType({ description: 'Without an id it makes an article; with one it changes that draft.' })
export class ArticleSaveInput {
  @Field(() => ID, { nullable: true })
  articleId?: string | null;
  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
  @Field(() => [PartySide])
  audiences!: PartySide[];
  @Field(() => String, { defaultValue: '' })
  titleEn!: string;
  @Field(() => String, { defaultValue: '' })
  titleZh!: string;
  @Field(() => String, { defaultValue: '' })
  bodyEn!: string;
  @Field(() => String, { defaultValue: '' })
  bodyZh!: string;
}

@InputType()
export class ArticleActInput {
  @Field(() => ID)
  articleId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType({ description: 'Tells that somebody looked for this in the help.' })
export class ArticleSearchNoteInput {
  @Field(() => String)
  query!: string;
}

@For(STAFF)
@ObjectType()
export class ArticlePayload extends Payload {
  @Field(() => ArticleType, { nullable: true })
  article!: ArticleType | null;
}

@For(SIGNED_IN)
@ObjectType()
export class ArticleSearchPayload extends Payload {
  @Field(() => Int, { nullable: true })
  hits!: number | null;
}
