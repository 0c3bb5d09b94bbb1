import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ReceiptType } from './receipt.types.ts';

@InputType({
  description: 'Names a notice line, a schedule line, or an item (or a description) that nobody ordered.',
})
export class ReceiptLineInput {
  @Field(() => ID, { nullable: true })
  noticeLineId?: string | null;
  @Field(() => ID, { nullable: true })
  scheduleLineId?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => String, { nullable: true })
  description?: string | null;
  @Field(() => String, { nullable: true, description: 'The counted unit; the ordered one when left out.' })
  unit?: string | null;
  @Field(() => DecimalScalar)
  receivedQuantity!: Decimal;
  @Field(() => DecimalScalar, { nullable: true, description: 'The rest when left out.' })
  acceptedQuantity?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  rejectedQuantity?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  quarantineQuantity?: Decimal | null;
  @Field(() => String, { nullable: true })
  rejectReason?: string | null;
  @Field(() => String, { nullable: true })
  lot?: string | null;
}

@InputType()
export class ReceiptPostInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true })
  noticeId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only where neither a notice nor an order says it.' })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only where neither a notice nor an order says it.' })
  siteId?: string | null;
  @Field(() => String, { nullable: true, description: 'What the paper on the goods says.' })
  deliveryReference?: string | null;
  @Field(() => DateScalar, { nullable: true })
  receivedOn?: string | null;
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Take in what lies beyond the tolerance.' })
  acceptOver!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'Nothing more of the notice will come.' })
  isComplete!: boolean;
  @Field(() => ID, { nullable: true, description: 'Puts accepted goods away at once.' })
  toLocationId?: string | null;
  @Field(() => [ReceiptLineInput])
  lines!: ReceiptLineInput[];
}

@InputType({ description: 'What was decided about goods in quarantine, in the counted unit.' })
export class ReceiptFindingInput {
  @Field(() => ID)
  receiptLineId!: string;
  @Field(() => DecimalScalar, { nullable: true })
  acceptedQuantity?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  rejectedQuantity?: Decimal | null;
  @Field(() => String, { defaultValue: '' })
  reason!: string;
}

@InputType()
export class ReceiptInspectInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => [ReceiptFindingInput])
  lines!: ReceiptFindingInput[];
}

@InputType()
export class ReceiptPutAwayInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  id!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => ID, { nullable: true, description: 'The storage of the site when left out.' })
  toLocationId?: string | null;
}

@For(STAFF)
@ObjectType()
export class ReceiptPayload extends Payload {
  @Field(() => ReceiptType, { nullable: true })
  receipt!: ReceiptType | null;
}
