import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { CalendarType } from '../calendar/calendar.types.ts';

export enum LocationKindEnum {
  STORAGE = 'STORAGE',
  RECEIVING = 'RECEIVING',
  QUARANTINE = 'QUARANTINE',
  SUPPLIER = 'SUPPLIER',
  CUSTOMER = 'CUSTOMER',
  PRODUCTION = 'PRODUCTION',
  SCRAP = 'SCRAP',
  ADJUSTMENT = 'ADJUSTMENT',
}
registerEnumType(LocationKindEnum, {
  name: 'LocationKind',
  description: 'STORAGE, RECEIVING and QUARANTINE hold stock; the others are where it comes from and goes to.',
});

@For(SIGNED_IN)
@ObjectType('Site', { implements: Node, description: 'A plant, warehouse or shop of the company.' })
export class SiteType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;
  @Field(() => String, { nullable: true })
  address!: string | null;
  @Field(() => Boolean)
  isActive!: boolean;
  @For(STAFF)
  @Field(() => CalendarType, { nullable: true })
  calendar!: CalendarType | null;
  @For(STAFF)
  @Field(() => [LocationType])
  locations!: LocationType[];
}

@For(STAFF)
@ObjectType('Location', {
  implements: Node,
  description: 'A place inside a site, or a notional place that stock comes from or goes to.',
})
export class LocationType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => LocationKindEnum)
  kind!: LocationKindEnum;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
}

export const SiteConnection = connectionOf(SiteType, 'Site', SIGNED_IN);
export const LocationConnection = connectionOf(LocationType, 'Location', STAFF);
