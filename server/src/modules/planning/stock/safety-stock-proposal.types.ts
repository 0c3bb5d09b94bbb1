import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { LeadTimeSourceEnum, type LeadTimeSource } from '../planning.enums.types.ts';

@For(STAFF)
@ObjectType('SafetyStockProposal', {
  implements: Node,
  description: 'The safety stock that past demand and lead times ask for: z x sqrt(L x sd^2 + d^2 x sL^2).',
})
export class SafetyStockProposalType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => QuantityType, { nullable: true, description: 'What is planned with today.' })
  current!: QuantityType | null;
  @Field(() => QuantityType)
  proposed!: QuantityType;
  @Field(() => DecimalScalar)
  serviceLevel!: string;
  @Field(() => DecimalScalar)
  z!: string;
  @Field(() => DecimalScalar, { description: 'd: demand of a day, in the stock unit.' })
  demandMean!: string;
  @Field(() => DecimalScalar, { description: 'sd: its standard deviation.' })
  demandDeviation!: string;
  @Field(() => DecimalScalar, { description: 'L: lead time, in days.' })
  leadTimeMean!: string;
  @Field(() => DecimalScalar, { description: 'sL: its standard deviation.' })
  leadTimeDeviation!: string;
  @Field(() => LeadTimeSourceEnum)
  leadTimeSource!: LeadTimeSource;
  @Field(() => Int, { description: 'Receipts that showed a lead time.' })
  receiptCount!: number;
  @Field(() => Boolean, { nullable: true, description: 'It differs from what is planned with.' })
  isOpen!: boolean | null;
  @Field(() => DateTimeScalar)
  computedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  appliedAt!: string | null;
  @Field(() => Int)
  version!: number;
}
export const SafetyStockProposalConnection = connectionOf(SafetyStockProposalType, 'SafetyStockProposal', STAFF);
