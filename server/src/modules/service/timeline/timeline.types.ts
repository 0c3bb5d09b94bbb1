import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

export enum TimelineKind {
  CONTACT = 'CONTACT',
  TICKET = 'TICKET',
  SALES_ORDER = 'SALES_ORDER',
  SHIPMENT = 'SHIPMENT',
  INVOICE = 'INVOICE',
  RETURN = 'RETURN',
  PAYMENT = 'PAYMENT',
  PURCHASE_ORDER = 'PURCHASE_ORDER',
  SHIPMENT_NOTICE = 'SHIPMENT_NOTICE',
  RECEIPT = 'RECEIPT',
}
registerEnumType(TimelineKind, { name: 'TimelineKind' });

@For(STAFF)
@ObjectType('TimelineEntry', { implements: Node, description: 'One thing that happened with a party.' })
export class TimelineEntryType extends Node {
  @Field(() => TimelineKind)
  kind!: TimelineKind;
  @Field(() => DateTimeScalar)
  happenedAt!: string;
  @Field(() => String, { description: 'Of the document; empty for a contact.' })
  number!: string;
  @Field(() => String, { description: 'What was said or asked; empty for a document.' })
  text!: string;
  @Field(() => String, { description: 'How the document stands now; the channel of a contact.' })
  state!: string;
  @Field(() => String)
  byName!: string;
  @Field(() => Boolean, { description: 'Whether it came from the party.' })
  isTheirs!: boolean;
  @Field(() => ID, { nullable: true, description: 'What it is about; `node(id)` finds it.' })
  subjectId!: string | null;
}

export const TimelineConnection = connectionOf(TimelineEntryType, 'TimelineEntry', STAFF);
