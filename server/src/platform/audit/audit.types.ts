import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../graphql/audience.ts';
import { Node } from '../graphql/common.types.ts';
import { connectionOf } from '../graphql/connection.ts';
import { DateTimeScalar } from '../graphql/scalars.ts';

export const AuditAudience = {
  STAFF: 'STAFF',
  SUPPLIER: 'SUPPLIER',
  CUSTOMER: 'CUSTOMER',
  SYSTEM: 'SYSTEM',
  NOBODY: 'NOBODY',
} as const;
export type AuditAudience = keyof typeof AuditAudience;
registerEnumType(AuditAudience, { name: 'AuditAudience', description: 'On which side somebody stood when he acted.' });

@For(STAFF)
@ObjectType('AuditValue', { description: 'One value before and after, as text; null where there was none.' })
export class AuditValueType {
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  before!: string | null;
  @Field(() => String, { nullable: true })
  after!: string | null;
}

@For(STAFF)
@ObjectType('AuditChange', { description: 'What an act did to one thing.' })
export class AuditChangeType {
  @Field(() => String)
  type!: string;
  @Field(() => String)
  key!: string;
  @Field(() => String, { description: '`created`, `updated` or `deleted`.' })
  kind!: string;
  @Field(() => Boolean, { description: 'What it said of a person was erased.' })
  isErased!: boolean;
  @Field(() => [AuditValueType])
  values!: AuditValueType[];
}

@For(SIGNED_IN)
@ObjectType('AuditEntry', {
  implements: Node,
  description: 'Who did what, on whose behalf, when and from where. Never changed.',
})
export class AuditEntryType extends Node {
  @Field(() => String)
  act!: string;
  @Field(() => AuditAudience)
  audience!: AuditAudience;
  @Field(() => String, { nullable: true, description: 'Null for a part of the system.' })
  actorName!: string | null;
  @Field(() => String, { nullable: true })
  onBehalfOfName!: string | null;
  @Field(() => String, { nullable: true })
  organisationName!: string | null;
  @Field(() => String, { nullable: true })
  subjectType!: string | null;
  @Field(() => String, { nullable: true })
  subjectKey!: string | null;
  @Field(() => DateTimeScalar)
  occurredAt!: string;
  @Field(() => String, { nullable: true })
  remoteAddress!: string | null;
  @For(STAFF)
  @Field(() => [AuditChangeType])
  changes!: AuditChangeType[];
  @For(STAFF)
  @Field(() => Boolean, { description: 'It hangs in the chain: changing it would be noticed.' })
  isSealed!: boolean;
}

export const AuditEntryConnection = connectionOf(AuditEntryType, 'AuditEntry', SIGNED_IN);
