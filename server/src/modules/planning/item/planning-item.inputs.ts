import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import {
  LeadTimeKindEnum,
  LeadTimeUnitEnum,
  LotRuleEnum,
  type LeadTimeKind,
  type LeadTimeUnit,
  type LotRuleName,
} from '../planning.enums.types.ts';
import { PlanningItemType } from './planning-item.types.ts';
import { PlanningSourceInput } from './planning-source.types.ts';

@InputType({ description: 'How an item is planned at a site, all of it: what is left out has none.' })
export class PlanningItemSaveInput {
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID)
  siteId!: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed where it was planned before.' })
  expectedVersion?: number | null;
  @Field(() => LotRuleEnum, { defaultValue: 'LOT_FOR_LOT' })
  lotRule!: LotRuleName;
  @Field(() => DecimalScalar, { nullable: true })
  lotSize?: Decimal | null;
  @Field(() => Int, { nullable: true })
  lotPeriods?: number | null;
  @Field(() => DecimalScalar, { nullable: true })
  orderCost?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  holdingCost?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  minimumQuantity?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  orderMultiple?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  maximumQuantity?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  safetyStock?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  serviceLevel?: Decimal | null;
  @Field(() => Int, { defaultValue: 0 })
  safetyLeadTime!: number;
  @Field(() => Int, { nullable: true })
  leadTime?: number | null;
  @Field(() => LeadTimeUnitEnum, { defaultValue: 'WORKING_DAY' })
  leadTimeUnit!: LeadTimeUnit;
  @Field(() => LeadTimeKindEnum, { defaultValue: 'HARD' })
  leadTimeKind!: LeadTimeKind;
  @Field(() => DecimalScalar, { nullable: true })
  scrap?: Decimal | null;
  @Field(() => Int, { defaultValue: 0 })
  demandFenceDays!: number;
  @Field(() => Int, { defaultValue: 0 })
  planningFenceDays!: number;
  @Field(() => Boolean, { defaultValue: false })
  isMasterScheduled!: boolean;
  @Field(() => [PlanningSourceInput], { nullable: true, description: 'All of them; left out: as they are.' })
  sources?: PlanningSourceInput[] | null;
}

@For(STAFF)
@ObjectType()
export class PlanningItemPayload extends Payload {
  @Field(() => PlanningItemType, { nullable: true })
  planningItem!: PlanningItemType | null;
}
