import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Person } from '../../identity/person/person.entity.ts';
import type { ArticleState } from './article.state.ts';

/** Something people ask often, answered once; a revision keeps the number. */
@Entity({ tableName: 'service_article' })
export class Article {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Property({ type: 'text', defaultRaw: 'assigned by the database' })
  number!: string;
  @Property({ type: 'integer', default: 1 })
  revision: number = 1;
  @Property({ type: 'text', default: 'DRAFT' })
  state: ArticleState = 'DRAFT';
  @Property({ type: 'text[]' })
  audiences!: string[];
  @Property({ type: 'text', default: '' })
  titleEn: string = '';
  @Property({ type: 'text', default: '' })
  titleZh: string = '';
  @Property({ type: 'text', default: '' })
  bodyEn: string = '';
  @Property({ type: 'text', default: '' })
  bodyZh: string = '';
  @ManyToOne(() => Person, { mapToPk: true, fieldName: 'author_person_id', nullable: true })
  authorPersonId: string | null = null;
  @Property({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
