import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ShipmentNoticeType } from './shipment-notice.types.ts';

@InputType()
export class ShipmentNoticeLineInput {
  @Field(() => ID)
  scheduleLineId!: string;
  @Field(() => DecimalScalar, { description: 'In the order unit.' })
  quantity!: Decimal;
  @Field(() => String, { nullable: true })
  lot?: string | null;
  @Field(() => Int, { nullable: true, description: 'The position of the package it lies in.' })
  package?: number | null;
}

@InputType({
  description: 'A pallet or carton; without an SSCC it gets one under the GS1 prefix of the supplier.',
})
export class PackageInput {
  @Field(() => Int)
  position!: number;
  @Field(() => String, { nullable: true })
  sscc?: string | null;
}

@InputType({ description: 'Without an id it makes a draft; with one it writes that draft anew.' })
export class ShipmentNoticeSaveInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed to write it anew.' })
  expectedVersion?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'The number of the supplier; one is given when left out.',
  })
  number?: string | null;
  @Field(() => DateScalar)
  expectedOn!: string;
  @Field(() => DateScalar, { nullable: true })
  shippedOn?: string | null;
  @Field(() => String, { nullable: true })
  carrier?: string | null;
  @Field(() => String, { nullable: true })
  tracking?: string | null;
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => [ShipmentNoticeLineInput])
  lines!: ShipmentNoticeLineInput[];
  @Field(() => [PackageInput], { defaultValue: [] })
  packages!: PackageInput[];
}

@InputType()
export class ShipmentNoticeSubmitInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => DateScalar, { nullable: true, description: 'With it the goods are on their way at once.' })
  shippedOn?: string | null;
}

@InputType()
export class ShipmentNoticeDispatchInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => DateScalar)
  shippedOn!: string;
  @Field(() => DateScalar, { nullable: true })
  expectedOn?: string | null;
  @Field(() => String, { nullable: true })
  carrier?: string | null;
  @Field(() => String, { nullable: true })
  tracking?: string | null;
}

@InputType()
export class ShipmentNoticeChangeExpectedInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => DateScalar)
  expectedOn!: string;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class ShipmentNoticeCancelInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => String, { defaultValue: '' })
  reason!: string;
}

@InputType()
export class NoticeArriveInput {
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@For(SUPPLY_SIDE)
@ObjectType()
export class ShipmentNoticePayload extends Payload {
  @Field(() => ShipmentNoticeType, { nullable: true })
  notice!: ShipmentNoticeType | null;
}
