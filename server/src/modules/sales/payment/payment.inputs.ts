import { ArgsType, Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { PaymentMethodEnum } from '../sales.enums.types.ts';
import { PaymentType } from './payment.types.ts';

@ArgsType()
export class PaymentsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
}

@InputType()
export class PaymentShareInput {
  @Field(() => ID)
  invoiceId!: string;
  @Field(() => DecimalScalar)
  amount!: Decimal;
}

@InputType({ description: 'Without shares it settles what is due first; what is left stays on account.' })
export class PaymentRecordInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  customerId!: string;
  @Field(() => DecimalScalar)
  amount!: Decimal;
  @Field(() => String)
  currency!: string;
  @Field(() => DateScalar)
  paidOn!: string;
  @Field(() => PaymentMethodEnum, { nullable: true })
  method?: keyof typeof PaymentMethodEnum | null;
  @Field(() => String, { nullable: true })
  reference?: string | null;
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => [PaymentShareInput], { defaultValue: [] })
  shares!: PaymentShareInput[];
}

@InputType({ description: 'Pays out what a credit note could not set off.' })
export class PaymentRefundInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  creditNoteId!: string;
  @Field(() => DateScalar)
  paidOn!: string;
  @Field(() => PaymentMethodEnum, { nullable: true })
  method?: keyof typeof PaymentMethodEnum | null;
  @Field(() => String, { nullable: true })
  reference?: string | null;
}

@For(DEMAND_SIDE)
@ObjectType()
export class PaymentPayload extends Payload {
  @Field(() => PaymentType, { nullable: true })
  payment!: PaymentType | null;
}
