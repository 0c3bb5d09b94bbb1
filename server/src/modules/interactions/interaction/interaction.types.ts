import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum-of.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { ContactType } from '../contact/contact.types.ts';
import { DIRECTIONS, INTERACTION_CHANNELS, VISIBILITIES } from './interaction.state.ts';

export const InteractionChannelEnum = enumOf(INTERACTION_CHANNELS);
registerEnumType(InteractionChannelEnum, { name: 'InteractionChannel' });
export const DirectionEnum = enumOf(DIRECTIONS);
registerEnumType(DirectionEnum, { name: 'InteractionDirection' });
export const VisibilityEnum = enumOf(VISIBILITIES);
registerEnumType(VisibilityEnum, { name: 'InteractionVisibility' });

@For(SIGNED_IN)
@ObjectType('Attachment', { implements: Node, description: 'A file; it is fetched at `/attachments/<id>`.' })
export class AttachmentType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  contentType!: string;
  @Field(() => Int, { description: 'In bytes.' })
  size!: number;
}

@For(SIGNED_IN)
@ObjectType('Interaction', {
  implements: Node,
  description: 'One contact between us and a party, on whatever channel.',
})
export class InteractionType extends Node {
  @Field(() => InteractionChannelEnum)
  channel!: string;
  @Field(() => DirectionEnum)
  direction!: string;
  @Field(() => VisibilityEnum)
  visibility!: string;
  @Field(() => Boolean, { description: 'Written by a machine.' })
  isAutomatic!: boolean;
  @Field(() => String)
  authorName!: string;
  @Field(() => String)
  summary!: string;
  @Field(() => String)
  body!: string;
  @Field(() => Int, { nullable: true })
  durationMinutes!: number | null;
  @Field(() => DateTimeScalar)
  occurredAt!: string;
  @Field(() => ID, { nullable: true, description: 'What it is about; `node(id)` finds it.' })
  subjectId!: string | null;
  @Field(() => [AttachmentType])
  attachments!: AttachmentType[];
  @For(STAFF)
  @Field(() => OrganisationType, { nullable: true })
  organisation!: OrganisationType | null;
  @For(STAFF)
  @Field(() => ContactType, { nullable: true })
  contact!: ContactType | null;
}

export const InteractionConnection = connectionOf(InteractionType, 'Interaction', STAFF);
