import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { StockStatus } from '../ledger/stock-status.types.ts';
import { StockCountState, StockCountType } from './count.types.ts';

@ArgsType()
export class StockCountsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => StockCountState, { nullable: true })
  state?: StockCountState | null;
}

@InputType({ description: 'Everything at the site, or only these locations or items.' })
export class StockCountOpenInput {
  @Field(() => ID)
  siteId!: string;
  @Field(() => [ID], { nullable: true })
  locationIds?: string[] | null;
  @Field(() => [ID], { nullable: true })
  itemIds?: string[] | null;
  @Field(() => String, { defaultValue: '' })
  note!: string;
}

@InputType()
export class StockCountedInput {
  @Field(() => ID)
  lineId!: string;
  @Field(() => DecimalScalar)
  counted!: Decimal;
}

@InputType({ description: 'Stock that was found where the count has no line.' })
export class StockFoundInput {
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID)
  locationId!: string;
  @Field(() => ID, { nullable: true, description: 'The company when not given.' })
  ownerId?: string | null;
  @Field(() => StockStatus, { defaultValue: StockStatus.UNRESTRICTED })
  status!: StockStatus;
  @Field(() => String, { defaultValue: '' })
  lot!: string;
  @Field(() => DecimalScalar)
  counted!: Decimal;
}

@InputType()
export class StockCountRecordInput {
  @Field(() => ID)
  countId!: string;
  @Field(() => [StockCountedInput], { defaultValue: [] })
  lines!: StockCountedInput[];
  @Field(() => [StockFoundInput], { defaultValue: [] })
  found!: StockFoundInput[];
}

@InputType()
export class StockCountPostInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  countId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class StockCountCancelInput {
  @Field(() => ID)
  countId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@For(STAFF)
@ObjectType()
export class StockCountPayload extends Payload {
  @Field(() => StockCountType, { nullable: true })
  count!: StockCountType | null;
}
