import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import type { Side } from '../agreement/agreement.state.ts';
import { LimitsModeEnum, SideEnum } from '../vmi.enums.types.ts';
import type { LimitsMode } from './agreement-line.entity.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiAgreedLimits', { description: 'Limits as they were agreed: amounts, or days of usage.' })
export class AgreedLimitsType {
  @Field(() => LimitsModeEnum)
  mode!: LimitsMode;
  @Field(() => DecimalScalar, { nullable: true })
  minimum!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  reorderPoint!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  maximum!: string | null;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiLimitChange', { implements: Node, description: 'Who changed the limits of a line, and why.' })
export class LimitChangeType extends Node {
  @Field(() => Int)
  revision!: number;
  @Field(() => SideEnum)
  changedBy!: Side;
  @Field(() => String, { nullable: true })
  changedByName!: string | null;
  @Field(() => DateTimeScalar)
  changedAt!: string;
  @Field(() => AgreedLimitsType)
  before!: AgreedLimitsType;
  @Field(() => AgreedLimitsType)
  after!: AgreedLimitsType;
  @Field(() => String)
  reason!: string;
}
