import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { ContactType, PartySide } from '../../interactions/contact/contact.types.ts';

@For(STAFF)
@ObjectType({ description: 'Somebody who may be on the line.' })
export class CallerMatch {
  @Field(() => OrganisationType, { nullable: true })
  organisation!: OrganisationType | null;
  @Field(() => ContactType, { nullable: true })
  contact!: ContactType | null;
}

@For(STAFF)
@ObjectType('UnfiledMail', { implements: Node, description: 'A mail of which nobody knows yet whose it is.' })
export class UnfiledMailType extends Node {
  @Field(() => String)
  from!: string;
  @Field(() => String)
  fromName!: string;
  @Field(() => String)
  subject!: string;
  @Field(() => String)
  body!: string;
  @Field(() => DateTimeScalar)
  receivedAt!: string;
}
export const UnfiledMailConnection = connectionOf(UnfiledMailType, 'UnfiledMail', STAFF);

@InputType({ description: 'Says whose a mail is: its sender becomes a contact there, and it becomes a ticket.' })
export class MailFileInput {
  @Field(() => ID)
  mailId!: string;
  @Field(() => ID)
  organisationId!: string;
  @Field(() => PartySide)
  side!: PartySide;
}

@InputType()
export class MailIgnoreInput {
  @Field(() => ID)
  mailId!: string;
}
