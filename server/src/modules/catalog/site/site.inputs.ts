import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { LocationKindEnum, LocationType, SiteType } from './site.types.ts';

@InputType()
export class SiteOpenInput {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;
  @Field(() => String, { nullable: true })
  address?: string | null;
  @Field(() => ID, { nullable: true })
  calendarId?: string | null;
}

@InputType()
export class LocationAddInput {
  @Field(() => ID)
  siteId!: string;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => LocationKindEnum, { defaultValue: LocationKindEnum.STORAGE })
  kind!: LocationKindEnum;
}

@For(STAFF)
@ObjectType()
export class SitePayload extends Payload {
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
}

@For(STAFF)
@ObjectType()
export class LocationPayload extends Payload {
  @Field(() => LocationType, { nullable: true })
  location!: LocationType | null;
}
