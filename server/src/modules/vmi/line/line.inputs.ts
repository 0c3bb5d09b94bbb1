import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { LimitsModeEnum } from '../vmi.enums.types.ts';
import type { Limits, LimitsMode } from './agreement-line.entity.ts';
import { VmiLineType } from './vmi-line.types.ts';

@InputType('VmiLimitsInput', {
  description: 'STATIC: amounts in the stock unit. DAYS_OF_SUPPLY: days of average usage.',
})
export class LimitsInput {
  @Field(() => LimitsModeEnum, { defaultValue: 'STATIC' })
  mode!: LimitsMode;
  @Field(() => DecimalScalar, { nullable: true })
  minimum?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  reorderPoint?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  maximum?: Decimal | null;
}

@InputType({
  description: 'Without a line id it adds an item to the agreement; with one it changes that line.',
})
export class AgreementLineSaveInput {
  @Field(() => ID)
  agreementId!: string;
  @Field(() => ID, { nullable: true })
  lineId?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed to change a line.' })
  expectedVersion?: number | null;
  @Field(() => ID, { nullable: true, description: 'Needed to add a line.' })
  itemId?: string | null;
  @Field(() => LimitsInput, { nullable: true })
  limits?: LimitsInput | null;
  @Field(() => DecimalScalar, { nullable: true })
  quotaShare?: Decimal | null;
  @Field(() => String, { defaultValue: '' })
  reason!: string;
}

@InputType()
export class VmiLimitsChangeInput {
  @Field(() => ID)
  lineId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => LimitsInput)
  limits!: LimitsInput;
  @Field(() => String, { defaultValue: '' })
  reason!: string;
}

@InputType()
export class LineSnoozeInput {
  @Field(() => ID)
  lineId!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Null wakes it up.' })
  until?: string | null;
  @Field(() => String, { defaultValue: '' })
  reason!: string;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiLinePayload')
export class LinePayload extends Payload {
  @Field(() => VmiLineType, { nullable: true })
  line!: VmiLineType | null;
}

/** Limits as the services want them. */
export const limitsOf = ({ mode, minimum, reorderPoint, maximum }: LimitsInput): Limits => ({
  mode,
  minimum: minimum ?? null,
  reorderPoint: reorderPoint ?? null,
  maximum: maximum ?? null,
});
