import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { SiteType } from '../../catalog/site/site.types.ts';

@For(STAFF)
@ObjectType('PlanningPolicy', { implements: Node, description: 'How a site is planned; without one, the company.' })
export class PlanningPolicyType extends Node {
  @Field(() => SiteType, { nullable: true, description: 'Null: where a site has no policy of its own.' })
  site!: SiteType | null;
  @Field(() => Int, { description: "Weeks a plan looks ahead; a site's is the company's." })
  bucketCount!: number;
  @Field(() => Int, { description: 'An order may come so much too late before anybody is told.' })
  expediteToleranceDays!: number;
  @Field(() => Int, { description: 'An order may come so much too early before anybody is told.' })
  deferToleranceDays!: number;
  @Field(() => DecimalScalar, { description: '0.05: it may be 5 % too much.' })
  quantityTolerance!: string;
  @Field(() => Int, { description: 'Weeks back in which orders consume forecast, beside their own.' })
  consumeBackward!: number;
  @Field(() => Int, { description: 'Weeks ahead in which orders consume forecast, beside their own.' })
  consumeForward!: number;
  @Field(() => Int, { description: 'Weeks of history that forecasts learn from.' })
  historyWeeks!: number;
  @Field(() => Int, { description: 'The last weeks of it, kept back to judge methods by.' })
  holdoutWeeks!: number;
  @Field(() => Int, { description: '1: demand has no seasons.' })
  seasonWeeks!: number;
  @Field(() => Int, { description: 'Weeks a forecast looks ahead.' })
  forecastWeeks!: number;
  @Field(() => Int)
  version!: number;
}
export const PlanningPolicyConnection = connectionOf(PlanningPolicyType, 'PlanningPolicy', STAFF);

@InputType({ description: 'All of a policy; it takes the place of the one of that site, or of the company.' })
export class PlanningPolicySaveInput {
  @Field(() => ID, { nullable: true, description: 'Null: of the company.' })
  siteId?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; null where there is none yet.' })
  expectedVersion?: number | null;
  @Field(() => Int, { defaultValue: 52 })
  bucketCount!: number;
  @Field(() => Int, { defaultValue: 0 })
  expediteToleranceDays!: number;
  @Field(() => Int, { defaultValue: 5 })
  deferToleranceDays!: number;
  @Field(() => DecimalScalar, { nullable: true, description: '0.05 when not given.' })
  quantityTolerance?: Decimal | null;
  @Field(() => Int, { defaultValue: 0 })
  consumeBackward!: number;
  @Field(() => Int, { defaultValue: 0 })
  consumeForward!: number;
  @Field(() => Int, { defaultValue: 156 })
  historyWeeks!: number;
  @Field(() => Int, { defaultValue: 8 })
  holdoutWeeks!: number;
  @Field(() => Int, { defaultValue: 52 })
  seasonWeeks!: number;
  @Field(() => Int, { defaultValue: 26 })
  forecastWeeks!: number;
}

@For(STAFF)
@ObjectType()
export class PlanningPolicyPayload extends Payload {
  @Field(() => PlanningPolicyType, { nullable: true })
  policy!: PlanningPolicyType | null;
}
