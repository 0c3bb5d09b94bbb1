import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { Consent, ContactChannel } from '../consent/consent.types.ts';

export enum PartySide {
  STAFF = 'STAFF',
  SUPPLIER = 'SUPPLIER',
  CUSTOMER = 'CUSTOMER',
}
registerEnumType(PartySide, { name: 'PartySide', description: 'The side of the corridor somebody stands on.' });

@For(STAFF)
@ObjectType('Contact', { implements: Node, description: 'Somebody at a party whom we talk to.' })
export class ContactType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => PartySide)
  side!: PartySide;
  @Field(() => String)
  locale!: string;
  @Field(() => String, { nullable: true, description: 'IANA time zone; that of the organisation when null.' })
  timeZone!: string | null;
  @Field(() => String, { nullable: true })
  email!: string | null;
  @Field(() => String, { nullable: true, description: 'E.164.' })
  phone!: string | null;
  @Field(() => ContactChannel)
  preferredChannel!: ContactChannel;
  @Field(() => String, { nullable: true, description: 'Wall clock `HH:MM`.' })
  quietFrom!: string | null;
  @Field(() => String, { nullable: true, description: 'Wall clock `HH:MM`.' })
  quietTo!: string | null;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Int)
  version!: number;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => [Consent])
  consents!: Consent[];
  @Field(() => OrganisationType, { nullable: true })
  organisation!: OrganisationType | null;
}

export const ContactConnection = connectionOf(ContactType, 'Contact', STAFF);
