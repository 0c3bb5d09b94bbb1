import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { BillType } from './bill.types.ts';

@InputType()
export class BillComponentInput {
  @Field(() => ID)
  itemId!: string;
  @Field(() => DecimalScalar, { description: 'In its stock unit, for the base quantity of the bill.' })
  quantity!: Decimal;
  @Field(() => DecimalScalar, { nullable: true, description: 'The part that is lost: 0.05 is 5 %.' })
  scrap?: Decimal | null;
  @Field(() => Boolean, { defaultValue: false })
  isPhantom!: boolean;
  @Field(() => Int, { nullable: true })
  operationNo?: number | null;
  @Field(() => DateScalar, { nullable: true })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
}

@InputType({ description: 'A bill with all of its components. With an id it takes the place of that bill.' })
export class BillSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed to change a bill.' })
  expectedVersion?: number | null;
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID, { nullable: true, description: 'Null: it holds at every site.' })
  siteId?: string | null;
  @Field(() => String, { defaultValue: '1' })
  revision!: string;
  @Field(() => Int, { defaultValue: 1 })
  alternate!: number;
  @Field(() => DecimalScalar, { nullable: true, description: 'The components make this many; one when not given.' })
  baseQuantity?: Decimal | null;
  @Field(() => DateScalar, { nullable: true })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
  @Field(() => String, { defaultValue: '' })
  note!: string;
  @Field(() => [BillComponentInput])
  components!: BillComponentInput[];
}

@InputType()
export class BillRemoveInput {
  @Field(() => ID)
  billId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@For(STAFF)
@ObjectType()
export class BillPayload extends Payload {
  @Field(() => BillType, { nullable: true })
  bill!: BillType | null;
}
