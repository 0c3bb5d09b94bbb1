import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import {
  DemandSourceEnum,
  ForecastMethodEnum,
  type DemandSource,
  type ForecastMethodName,
} from '../planning.enums.types.ts';

@For(STAFF)
@ObjectType('ForecastCandidate', { description: 'How a method did over the holdout.' })
export class ForecastCandidateType {
  @Field(() => ForecastMethodEnum)
  method!: ForecastMethodName;
  @Field(() => DecimalScalar, { description: 'Mean absolute error, in the stock unit.' })
  mae!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Absolute errors as a share of the demand.' })
  wape!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Below 1 it is better than the naive forecast.' })
  mase!: string | null;
  @Field(() => DecimalScalar, { description: 'Above 0 forecasts were too low.' })
  bias!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Beyond 4 either way, forecasts lean.' })
  trackingSignal!: string | null;
}

@For(STAFF)
@ObjectType('Forecast', {
  implements: Node,
  description: 'What is expected of an item at a site, and how it came about.',
})
export class ForecastType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => String, { description: 'Of a part of the demand; empty: of all of it.' })
  demandClass!: string;
  @Field(() => ForecastMethodEnum)
  method!: ForecastMethodName;
  @Field(() => Boolean, { description: 'A person chose the method; else it was the nearest over the holdout.' })
  isMethodChosen!: boolean;
  @Field(() => DemandSourceEnum)
  source!: DemandSource;
  @Field(() => [ForecastCandidateType], { description: 'Every method the history allows, best first.' })
  candidates!: ForecastCandidateType[];
  @Field(() => DateScalar)
  historyFrom!: string;
  @Field(() => DateScalar)
  historyTo!: string;
  @Field(() => Int, { description: 'The last weeks of the history, kept back to judge by.' })
  holdoutWeeks!: number;
  @Field(() => DecimalScalar, { nullable: true })
  mae!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  wape!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  mase!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  bias!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  trackingSignal!: string | null;
  @Field(() => QuantityType, { description: 'Expected in this week and the next three.' })
  nextWeeks!: QuantityType;
  @Field(() => Int, { description: 'Weeks to come for which somebody expects something else.' })
  overrideCount!: number;
  @Field(() => DateTimeScalar)
  computedAt!: string;
  @Field(() => Int)
  version!: number;
}
export const ForecastConnection = connectionOf(ForecastType, 'Forecast', STAFF);

@For(STAFF)
@ObjectType('ForecastWeek', { description: 'One week of demand: as it was, as it is expected. In the stock unit.' })
export class ForecastWeekType {
  @Field(() => DateScalar)
  startsOn!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Null until the week is over.' })
  actual!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  computed!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What somebody expects instead.' })
  override!: string | null;
  @Field(() => String)
  reason!: string;
  @Field(() => String, { nullable: true })
  overriddenBy!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What counts: the override, else what was computed.' })
  forecast!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Open orders for this week.' })
  ordered!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What orders have not consumed: this is planned for.' })
  left!: string | null;
}
