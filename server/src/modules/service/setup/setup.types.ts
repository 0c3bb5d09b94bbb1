import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { CalendarType } from '../../catalog/calendar/calendar.types.ts';
import { TicketPriorityEnum } from '../ticket/ticket.types.ts';

@For(STAFF)
@ObjectType({ description: 'How soon we answer and solve, in business minutes.' })
export class ServiceTarget {
  @Field(() => TicketPriorityEnum)
  priority!: string;
  @Field(() => Int)
  responseMinutes!: number;
  @Field(() => Int)
  resolutionMinutes!: number;
}

@For(STAFF)
@ObjectType('ServicePolicy', {
  implements: Node,
  description: 'What we promise about answers and solutions; a change is a new version.',
})
export class PolicyType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => Int)
  policyVersion!: number;
  @Field(() => [ServiceTarget])
  targets!: ServiceTarget[];
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => CalendarType, { nullable: true, description: 'The default calendar of the company when null.' })
  calendar!: CalendarType | null;
}

@InputType()
export class ServiceTargetInput {
  @Field(() => TicketPriorityEnum)
  priority!: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
  @Field(() => Int)
  responseMinutes!: number;
  @Field(() => Int)
  resolutionMinutes!: number;
}

@InputType({
  description: 'Makes a new version; tickets that are open keep theirs, unless it is to hold for them too.',
})
export class ServicePolicySaveInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => String)
  code!: string;
  @Field(() => Int, { description: 'The version that was read; 0 for a new policy.' })
  expectedVersion!: number;
  @Field(() => String)
  name!: string;
  @Field(() => ID, { nullable: true })
  calendarId?: string | null;
  @Field(() => [ServiceTargetInput])
  targets!: ServiceTargetInput[];
  @Field(() => Boolean, { defaultValue: false })
  appliesToOpenTickets!: boolean;
}

@For(STAFF)
@ObjectType()
export class ServicePolicyPayload extends Payload {
  @Field(() => PolicyType, { nullable: true })
  policy!: PolicyType | null;
}

@For(STAFF)
@ObjectType()
export class ServiceSetupPayload extends Payload {}
