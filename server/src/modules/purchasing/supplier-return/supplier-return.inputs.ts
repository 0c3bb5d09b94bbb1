import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { SupplierReturnType } from './supplier-return.types.ts';

@InputType()
export class SupplierReturnLineInput {
  @Field(() => ID)
  receiptLineId!: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'In the stock unit; everything rejected and still here when left out.',
  })
  quantity?: Decimal | null;
}

@InputType()
export class SupplierReturnPostInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => DateScalar, { nullable: true })
  returnedOn?: string | null;
  @Field(() => String, { nullable: true })
  carrier?: string | null;
  @Field(() => String, { nullable: true })
  tracking?: string | null;
  @Field(() => [SupplierReturnLineInput])
  lines!: SupplierReturnLineInput[];
}

@For(STAFF)
@ObjectType()
export class SupplierReturnPayload extends Payload {
  @Field(() => SupplierReturnType, { nullable: true })
  supplierReturn!: SupplierReturnType | null;
}
