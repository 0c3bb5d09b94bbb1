import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { TaskType } from '../../../platform/tasks/task.types.ts';

export enum ImportKind {
  CSV = 'CSV',
  ADVENTUREWORKS = 'ADVENTUREWORKS',
}
registerEnumType(ImportKind, { name: 'ImportKind' });

export enum ExportKind {
  TABLES = 'TABLES',
  TEMPLATES = 'TEMPLATES',
}
registerEnumType(ExportKind, {
  name: 'ExportKind',
  description: 'TABLES: everything that can be taken in, as files; TEMPLATES: the same files, empty.',
});

@InputType()
export class ImportStartInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ImportKind)
  kind!: ImportKind;
  @ArrayMaxSize(40)
  @Field(() => [ID], { description: 'Files handed in at /upload: CSV files, or zip archives of them.' })
  uploadIds!: string[];
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'AdventureWorks only: the newest order is of today.',
  })
  shiftToToday!: boolean;
}

@InputType()
export class ExportStartInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ExportKind)
  kind!: ExportKind;
}

@For(STAFF)
@ObjectType()
export class ImportStartPayload extends Payload {
  @Field(() => TaskType, { nullable: true })
  task!: TaskType | null;
}

@For(STAFF)
@ObjectType()
export class ExportStartPayload extends Payload {
  @Field(() => TaskType, {
    nullable: true,
    description: 'When it is done, the file is at /exports/<id of the task>.',
  })
  task!: TaskType | null;
}
