import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ShipmentStateEnum } from '../sales.enums.types.ts';
import { ShipmentType } from './shipment.types.ts';

export enum ShipmentSort {
  NEWEST = 'NEWEST',
  PLANNED = 'PLANNED',
}
registerEnumType(ShipmentSort, { name: 'ShipmentSort' });

@ArgsType()
export class ShipmentsArgs extends PageArgs {
  @Field(() => ShipmentSort, { defaultValue: ShipmentSort.NEWEST })
  sort!: ShipmentSort;
  @Field(() => String, { nullable: true, description: 'Part of a number, tracking number or carrier.' })
  search?: string | null;
  @Field(() => [ShipmentStateEnum], { nullable: true })
  state?: (keyof typeof ShipmentStateEnum)[] | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
}

@InputType()
export class ShipmentContentInput {
  @Field(() => ID)
  orderLineId!: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'In the ordered unit; all that is set aside when not said.',
  })
  quantity?: Decimal | null;
}

@InputType()
export class ShipmentPlanInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => [ShipmentContentInput])
  lines!: ShipmentContentInput[];
  @Field(() => String, { nullable: true })
  carrier?: string | null;
  @Field(() => String, { nullable: true })
  tracking?: string | null;
  @Field(() => DateScalar, { nullable: true })
  plannedOn?: string | null;
  @Field(() => DateScalar, { nullable: true })
  expectedOn?: string | null;
  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType({ description: 'A shipment as it was read.' })
export class ShipmentStepInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  shipmentId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ShipmentPackInput extends ShipmentStepInput {
  @Field(() => Int, { defaultValue: 1, description: 'In how many parcels the goods are packed, up to 999.' })
  parcels!: number;
}

@InputType()
export class ShipmentDispatchInput extends ShipmentStepInput {
  @Field(() => String, { nullable: true })
  carrier?: string | null;
  @Field(() => String, { nullable: true })
  tracking?: string | null;
  @Field(() => DateScalar, { nullable: true })
  expectedOn?: string | null;
}

export enum TrackedKind {
  IN_TRANSIT = 'IN_TRANSIT',
  EXCEPTION = 'EXCEPTION',
}
registerEnumType(TrackedKind, { name: 'ShipmentTrackedKind' });

@InputType()
export class ShipmentTrackInput extends ShipmentStepInput {
  @Field(() => TrackedKind)
  kind!: 'IN_TRANSIT' | 'EXCEPTION';
  @Field(() => String, { defaultValue: '' })
  place!: string;
  @Field(() => String, { defaultValue: '', description: 'Needed for an exception.' })
  note!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  happenedAt?: Date | null;
  @Field(() => DateScalar, { nullable: true })
  expectedOn?: string | null;
}

@InputType()
export class ShipmentDeliverInput extends ShipmentStepInput {
  @Field(() => String, { description: 'Who took the goods.' })
  receivedBy!: string;
  @Field(() => String, { defaultValue: '' })
  note!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  deliveredAt?: Date | null;
}

@InputType()
export class ShipmentBringBackInput extends ShipmentStepInput {
  @Field(() => String)
  note!: string;
}

@For(DEMAND_SIDE)
@ObjectType()
export class ShipmentPayload extends Payload {
  @Field(() => ShipmentType, { nullable: true })
  shipment!: ShipmentType | null;
}
