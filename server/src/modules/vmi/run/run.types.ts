import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { VmiLineType } from '../line/vmi-line.types.ts';
import { RunIssueReasonEnum } from '../vmi.enums.types.ts';

@For(STAFF)
@ObjectType('VmiRun', {
  implements: Node,
  description: 'One computation of proposals that found something to say.',
})
export class RunType extends Node {
  @Field(() => DateTimeScalar)
  startedAt!: string;
  @Field(() => String, { nullable: true, description: 'Null when it ran on schedule.' })
  requestedByName!: string | null;
  @Field(() => Int, { description: 'Lines it looked at.' })
  lineCount!: number;
  @Field(() => Int)
  proposalCount!: number;
  @Field(() => Int, { description: 'Lines it newly had to leave out.' })
  issueCount!: number;
}
export const RunConnection = connectionOf(RunType, 'VmiRun', STAFF);

@For(STAFF)
@ObjectType('VmiRunIssue', {
  implements: Node,
  description: 'Why replenishment leaves a line out. It ends by itself when the reason is gone.',
})
export class RunIssueType extends Node {
  @Field(() => RunIssueReasonEnum)
  reason!: keyof typeof RunIssueReasonEnum;
  @Field(() => String, { description: "In the reader's language." })
  message!: string;
  @Field(() => VmiLineType, { nullable: true })
  line!: VmiLineType | null;
  @Field(() => DateTimeScalar)
  foundAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: string | null;
}
export const RunIssueConnection = connectionOf(RunIssueType, 'VmiRunIssue', STAFF);
