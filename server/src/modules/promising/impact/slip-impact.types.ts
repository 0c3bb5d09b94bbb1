import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { MoneyType, QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { SalesOrderLineType } from '../../sales/order/sales-order-line.types.ts';

@For(STAFF)
@ObjectType('SlippedLine', { description: "A customer's line that would become late. In the stock unit." })
export class SlippedLineType {
  @Field(() => SalesOrderLineType, { nullable: true })
  line!: SalesOrderLineType | null;
  @Field(() => DateScalar, { nullable: true })
  promisedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Null: all was here.' })
  expectedBefore!: string | null;
  @Field(() => DateScalar, { nullable: true })
  expectedAfter!: string | null;
  @Field(() => QuantityType, { description: 'Late already as things stand.' })
  lateBefore!: QuantityType;
  @Field(() => QuantityType)
  lateAfter!: QuantityType;
  @Field(() => QuantityType)
  newlyLate!: QuantityType;
  @Field(() => MoneyType, { description: 'What these units sell for, net.' })
  revenueAtRisk!: MoneyType;
}

@For(STAFF)
@ObjectType('SlipImpact', { description: 'What customers would feel; nothing is written.' })
export class SlipImpactType {
  @Field(() => Int)
  days!: number;
  @Field(() => [SlippedLineType], { description: 'The dearest first.' })
  lines!: SlippedLineType[];
  @Field(() => Int, { description: 'Lines of which more would be late than is now.' })
  lineCount!: number;
  @Field(() => Int, { description: 'Of them, those that are on time as things stand.' })
  newlyLateLineCount!: number;
  @Field(() => [QuantityType], { description: 'The newly late amounts, by unit.' })
  newlyLate!: QuantityType[];
  @Field(() => Int)
  customerCount!: number;
  @Field(() => MoneyType)
  revenueAtRisk!: MoneyType;
}
