import { Field, ID, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { MoneyType } from '../../../platform/graphql/common.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { AccountEntryKindEnum } from '../sales.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('AccountEntry', { description: 'A document that changed what a customer owes.' })
export class AccountEntryType {
  @Field(() => AccountEntryKindEnum)
  kind!: keyof typeof AccountEntryKindEnum;
  @Field(() => ID, { description: 'Of the invoice, credit note or payment.' })
  documentId!: string;
  @Field(() => String)
  number!: string;
  @Field(() => DateScalar)
  on!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Of an invoice.' })
  dueOn!: string | null;
  @Field(() => MoneyType, { description: 'Above zero: more is owed.' })
  amount!: MoneyType;
  @Field(() => MoneyType, { description: 'What is owed after it.' })
  balance!: MoneyType;
}

@For(DEMAND_SIDE)
@ObjectType('AccountAging', {
  description: 'Open invoices by how many days after their due day it is; together all of them.',
})
export class AccountAgingType {
  @Field(() => MoneyType)
  notDue!: MoneyType;
  @Field(() => MoneyType)
  upTo30!: MoneyType;
  @Field(() => MoneyType)
  upTo60!: MoneyType;
  @Field(() => MoneyType)
  upTo90!: MoneyType;
  @Field(() => MoneyType)
  older!: MoneyType;
}

@For(DEMAND_SIDE)
@ObjectType('AccountStatement', {
  description: 'What a customer owed, was invoiced and paid between two days, in one currency.',
})
export class AccountStatementType {
  @Field(() => String)
  currency!: string;
  @Field(() => DateScalar)
  from!: string;
  @Field(() => DateScalar)
  to!: string;
  @Field(() => MoneyType)
  opening!: MoneyType;
  @Field(() => [AccountEntryType])
  entries!: AccountEntryType[];
  @Field(() => MoneyType)
  closing!: MoneyType;
  @Field(() => AccountAgingType, { description: 'On the last day.' })
  aging!: AccountAgingType;
  @Field(() => MoneyType, { description: 'Paid or credited, and set against no invoice on the last day.' })
  onAccount!: MoneyType;
}
