import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { SupplierItemType } from './supplier-item.types.ts';

@InputType({ description: 'The price of one order unit from a quantity upward.' })
export class PriceBreakInput {
  @Field(() => DecimalScalar)
  fromQuantity!: Decimal;
  @Field(() => DecimalScalar)
  unitPrice!: Decimal;
  @Field(() => DateScalar, { nullable: true })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
}

@InputType({
  description: 'Without an id it opens terms; with one it changes them. Quantities are in order units.',
})
export class SupplierItemSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed to change terms.' })
  expectedVersion?: number | null;
  @Field(() => ID)
  supplierId!: string;
  @Field(() => ID)
  itemId!: string;
  @Field(() => String, { defaultValue: '' })
  supplierSku!: string;
  @Field(() => String)
  orderUnit!: string;
  @Field(() => Int, { defaultValue: 1 })
  numerator!: number;
  @Field(() => Int, { defaultValue: 1 })
  denominator!: number;
  @Field(() => DecimalScalar, { nullable: true })
  minimumQuantity?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  orderMultiple?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  maximumQuantity?: Decimal | null;
  @Field(() => Int, { defaultValue: 0 })
  leadTimeDays!: number;
  @Field(() => String, { defaultValue: 'USD' })
  currency!: string;
  @Field(() => Boolean, { defaultValue: false })
  isPreferred!: boolean;
  @Field(() => Boolean, { defaultValue: true })
  isActive!: boolean;
  @Field(() => [PriceBreakInput], { defaultValue: [] })
  priceBreaks!: PriceBreakInput[];
}

@For(STAFF)
@ObjectType()
export class SupplierItemPayload extends Payload {
  @Field(() => SupplierItemType, { nullable: true })
  supplierItem!: SupplierItemType | null;
}
