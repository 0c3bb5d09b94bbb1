import { Field, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { InvoiceType } from '../invoice/invoice.types.ts';
import { PaymentKindEnum, PaymentMethodEnum } from '../sales.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('PaymentShare', { implements: Node, description: 'Which invoice a payment settles, and how far.' })
export class PaymentShareType extends Node {
  @Field(() => InvoiceType, { nullable: true })
  invoice!: InvoiceType | null;
  @Field(() => MoneyType)
  amount!: MoneyType;
}

@For(DEMAND_SIDE)
@ObjectType('Payment', { implements: Node, description: 'Money that came from a customer or went back to it.' })
export class PaymentType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => PaymentKindEnum)
  kind!: keyof typeof PaymentKindEnum;
  @Field(() => OrganisationType, { nullable: true })
  customer!: OrganisationType | null;
  @Field(() => MoneyType)
  amount!: MoneyType;
  @Field(() => DateScalar)
  paidOn!: string;
  @Field(() => PaymentMethodEnum)
  method!: keyof typeof PaymentMethodEnum;
  @Field(() => String)
  reference!: string;
  @For(STAFF)
  @Field(() => String)
  note!: string;
  @Field(() => DateTimeScalar)
  recordedAt!: string;
  @Field(() => MoneyType, { description: 'What settles no invoice yet.' })
  onAccount!: MoneyType;
  @Field(() => [PaymentShareType])
  shares!: PaymentShareType[];
}

export const PaymentConnection = connectionOf(PaymentType, 'Payment', DEMAND_SIDE);
