import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

export enum ContactChannel {
  EMAIL = 'EMAIL',
  PHONE = 'PHONE',
}
registerEnumType(ContactChannel, { name: 'ContactChannel', description: 'A way to reach somebody.' });

export enum MessagePurpose {
  ACCOUNT = 'ACCOUNT',
  ORDERS = 'ORDERS',
  SERVICE = 'SERVICE',
  FEEDBACK = 'FEEDBACK',
  NEWS = 'NEWS',
  OFFERS = 'OFFERS',
}
registerEnumType(MessagePurpose, { name: 'MessagePurpose', description: 'Why somebody is written to.' });

export enum ConsentStateEnum {
  UNKNOWN = 'UNKNOWN',
  GRANTED = 'GRANTED',
  WITHDRAWN = 'WITHDRAWN',
  SUPPRESSED = 'SUPPRESSED',
}
registerEnumType(ConsentStateEnum, { name: 'ConsentState' });

@For(SIGNED_IN)
@ObjectType({ description: 'The last word of somebody on a channel and a purpose.' })
export class Consent {
  @Field(() => ContactChannel)
  channel!: ContactChannel;
  @Field(() => MessagePurpose)
  purpose!: MessagePurpose;
  @Field(() => ConsentStateEnum)
  state!: ConsentStateEnum;
  @Field(() => Boolean, { description: 'Only sent when it was wished for.' })
  isPromotional!: boolean;
  @Field(() => DateTimeScalar, { nullable: true })
  since!: string | null;
}
