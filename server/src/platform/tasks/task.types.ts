import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, SIGNED_IN } from '../graphql/audience.ts';
import { Node } from '../graphql/common.types.ts';
import { connectionOf } from '../graphql/connection.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';

export enum TaskState {
  QUEUED = 'QUEUED',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(TaskState, { name: 'TaskState' });

export enum TaskIssueSeverity {
  ERROR = 'ERROR',
  WARNING = 'WARNING',
  INFO = 'INFO',
}
registerEnumType(TaskIssueSeverity, { name: 'TaskIssueSeverity' });

@For(SIGNED_IN)
@ObjectType({ description: 'What went wrong at one place of a long work.' })
export class TaskIssueType {
  @Field(() => TaskIssueSeverity)
  severity!: TaskIssueSeverity;
  @Field(() => String, { nullable: true })
  file!: string | null;
  @Field(() => Int, { nullable: true })
  line!: number | null;
  @Field(() => String, { nullable: true })
  field!: string | null;
  @Field(() => String)
  message!: string;
}
export const TaskIssueConnection = connectionOf(TaskIssueType, 'TaskIssue', SIGNED_IN);

@For(SIGNED_IN)
@ObjectType('Task', {
  implements: Node,
  description: 'Long work, such as an import: it can be left and found again.',
})
export class TaskType extends Node {
  @Field(() => String)
  kind!: string;
  @Field(() => String)
  title!: string;
  @Field(() => TaskState)
  state!: TaskState;
  @Field(() => Int)
  done!: number;
  @Field(() => Int, { description: 'What `done` will reach; 0 while it is not known.' })
  total!: number;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  startedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt!: string | null;
  @Field(() => String, { description: 'What came of it, as JSON: counts by kind, or the file to download.' })
  result!: string;
  @Field(() => Boolean, { description: 'Whether `/tasks/<id>/report.csv` has rows.' })
  hasReport!: boolean;
}
export const TaskConnection = connectionOf(TaskType, 'Task', SIGNED_IN);
