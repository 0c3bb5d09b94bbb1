import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { ContactChannel, MessagePurpose } from '../consent/consent.types.ts';
import { ContactType } from '../contact/contact.types.ts';

export enum OutgoingMessageState {
  QUEUED = 'QUEUED',
  SENDING = 'SENDING',
  SENT = 'SENT',
  STOPPED = 'STOPPED',
  FAILED = 'FAILED',
}
registerEnumType(OutgoingMessageState, { name: 'OutgoingMessageState' });

@For(STAFF)
@ObjectType('OutgoingMessage', { implements: Node, description: 'Something written to somebody, and whether it left.' })
export class OutgoingMessageType extends Node {
  @Field(() => MessagePurpose)
  purpose!: MessagePurpose;
  @Field(() => ContactChannel)
  channel!: ContactChannel;
  @Field(() => String)
  subject!: string;
  @Field(() => OutgoingMessageState)
  state!: OutgoingMessageState;
  @Field(() => String, {
    description: 'Why it was held, stopped or given up; a code, empty where there is nothing to say.',
  })
  reason!: string;
  @Field(() => Int)
  attempts!: number;
  @Field(() => String, { nullable: true })
  lastError!: string | null;
  @Field(() => DateTimeScalar)
  scheduledAt!: string;
  @Field(() => DateTimeScalar)
  dueAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  sentAt!: string | null;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => OrganisationType, { nullable: true })
  organisation!: OrganisationType | null;
  @Field(() => ContactType, { nullable: true })
  contact!: ContactType | null;
}

export const OutgoingMessageConnection = connectionOf(OutgoingMessageType, 'OutgoingMessage', STAFF);
