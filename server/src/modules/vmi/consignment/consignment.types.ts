import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, Payload, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum-of.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { STATEMENT_STATES, type StatementState } from './statement.state.ts';
import { WITHDRAWAL_KINDS, type WithdrawalKind } from './withdrawal.entity.ts';

export const StatementStateEnum = enumOf(STATEMENT_STATES);
registerEnumType(StatementStateEnum, { name: 'StatementState' });
export const WithdrawalKindEnum = enumOf(WITHDRAWAL_KINDS);
registerEnumType(WithdrawalKindEnum, { name: 'WithdrawalKind' });

@For(SUPPLY_SIDE)
@ObjectType('ConsignedStock', {
  implements: Node,
  description: 'Stock that lies with the company and belongs to its supplier.',
})
export class ConsignedStockType extends Node {
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => String)
  status!: string;
  @Field(() => String)
  lot!: string;
  @Field(() => QuantityType)
  onHand!: QuantityType;
  @Field(() => DateTimeScalar)
  agedSince!: string;
  @Field(() => Int)
  ageDays!: number;
}
export const ConsignedStockConnection = connectionOf(ConsignedStockType, 'ConsignedStock', SUPPLY_SIDE);

@For(SUPPLY_SIDE)
@ObjectType('Withdrawal', {
  implements: Node,
  description: 'One taking of consigned stock, at the price agreed on its day.',
})
export class WithdrawalType extends Node {
  @Field(() => WithdrawalKindEnum)
  kind!: WithdrawalKind;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => QuantityType, { description: 'Negative for a counter-entry.' })
  quantity!: QuantityType;
  @Field(() => MoneyType, { description: 'Per stock unit.' })
  unitPrice!: MoneyType;
  @Field(() => MoneyType)
  amount!: MoneyType;
  @Field(() => DateScalar)
  occurredOn!: string;
  @Field(() => DateTimeScalar)
  recordedAt!: string;
  @Field(() => String)
  note!: string;
  @Field(() => Boolean)
  isReversed!: boolean;
  @Field(() => Boolean)
  isSettled!: boolean;
}
export const WithdrawalConnection = connectionOf(WithdrawalType, 'Withdrawal', SUPPLY_SIDE);

@For(SUPPLY_SIDE)
@ObjectType('Statement', {
  implements: Node,
  description: 'What the company owes a supplier for consigned stock taken up to a day.',
})
export class StatementType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => StatementStateEnum)
  state!: StatementState;
  @Field(() => String)
  currency!: string;
  @Field(() => DateScalar)
  periodFrom!: string;
  @Field(() => DateScalar)
  periodTo!: string;
  @Field(() => MoneyType)
  total!: MoneyType;
  @Field(() => String, { nullable: true, description: 'Number of the self-billing document.' })
  billNumber!: string | null;
  @Field(() => DateScalar, { nullable: true })
  billedOn!: string | null;
  @Field(() => String)
  disputeReason!: string;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: string | null;
  @Field(() => DateScalar, { nullable: true })
  paidOn!: string | null;
  @Field(() => Int)
  version!: number;
  @Field(() => [WithdrawalType])
  lines!: WithdrawalType[];
  @Field(() => [String])
  allowedActions!: string[];
}
export const StatementConnection = connectionOf(StatementType, 'Statement', SUPPLY_SIDE);

@For(SUPPLY_SIDE)
@ObjectType()
export class WithdrawalsPayload extends Payload {
  @Field(() => [WithdrawalType])
  withdrawals!: WithdrawalType[];
}

@For(SUPPLY_SIDE)
@ObjectType()
export class StatementPayload extends Payload {
  @Field(() => StatementType, { nullable: true })
  statement!: StatementType | null;
}

@For(SUPPLY_SIDE)
@ObjectType()
export class StatementsPayload extends Payload {
  @Field(() => [StatementType])
  statements!: StatementType[];
}
