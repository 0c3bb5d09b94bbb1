import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { StockStatus } from '../ledger/stock-status.types.ts';
import { StockMoveType } from '../stock/stock-move.types.ts';

export enum IssueTo {
  PRODUCTION = 'PRODUCTION',
  CUSTOMER = 'CUSTOMER',
}
registerEnumType(IssueTo, { name: 'StockIssueTo' });

@InputType()
class StockMoveInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID)
  locationId!: string;
  @Field(() => String, { defaultValue: '' })
  lot!: string;
  @Field(() => String, { defaultValue: '' })
  note!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened; now when not given.' })
  movedAt?: Date | null;
}

@InputType()
export class StockAdjustInput extends StockMoveInput {
  @Field(() => DecimalScalar, { description: 'How much more, or less when negative, in the stock unit.' })
  change!: Decimal;
  @Field(() => ID, { nullable: true, description: 'The company when not given.' })
  ownerId?: string | null;
  @Field(() => StockStatus, { defaultValue: StockStatus.UNRESTRICTED })
  status!: StockStatus;
}

@InputType()
class StockAmountInput extends StockMoveInput {
  @Field(() => DecimalScalar, { description: 'In the stock unit.' })
  quantity!: Decimal;
}

@InputType()
export class StockTransferInput extends StockAmountInput {
  @Field(() => ID)
  toLocationId!: string;
  @Field(() => ID, { nullable: true, description: 'The company when not given.' })
  ownerId?: string | null;
  @Field(() => StockStatus, { defaultValue: StockStatus.UNRESTRICTED })
  status!: StockStatus;
}

@InputType()
export class StockIssueInput extends StockAmountInput {
  @Field(() => IssueTo, { defaultValue: IssueTo.PRODUCTION })
  to!: IssueTo;
}

@InputType()
export class StockScrapInput extends StockAmountInput {
  @Field(() => StockStatus, { defaultValue: StockStatus.UNRESTRICTED })
  status!: StockStatus;
}

@InputType()
export class StockChangeStatusInput extends StockAmountInput {
  @Field(() => ID, { nullable: true, description: 'The company when not given.' })
  ownerId?: string | null;
  @Field(() => StockStatus)
  status!: StockStatus;
  @Field(() => StockStatus)
  toStatus!: StockStatus;
}

@InputType()
export class StockReverseInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  moveId!: string;
  @Field(() => String)
  note!: string;
}

@For(STAFF)
@ObjectType()
export class StockMovePayload extends Payload {
  @Field(() => StockMoveType, { nullable: true })
  move!: StockMoveType | null;
}
