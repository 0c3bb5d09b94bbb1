import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { RoundingPolicy } from '../../../kernel/unit.ts';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { LimitsInput } from '../line/line.inputs.ts';
import { BearerEnum, RoundingPolicyEnum, SideEnum, VariantEnum } from '../vmi.enums.types.ts';
import type { Bearer, Side, Variant } from './agreement.state.ts';
import { AgreementType } from './agreement.types.ts';

@InputType('VmiTermsInput', {
  description: 'What is left out stays as it is; in a first draft it is the usual term.',
})
export class TermsInput {
  @Field(() => VariantEnum, { nullable: true })
  variant?: Variant | null;
  @Field(() => SideEnum, { nullable: true })
  limitsOwner?: Side | null;
  @Field(() => RoundingPolicyEnum, { nullable: true })
  roundingPolicy?: RoundingPolicy | null;
  @Field(() => DecimalScalar, { nullable: true })
  roundingTolerance?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'A fraction: 0.05 is five per cent.' })
  quantityTolerance?: Decimal | null;
  @Field(() => Int, { nullable: true })
  dateToleranceDays?: number | null;
  @Field(() => Int, { nullable: true })
  answerWithinHours?: number | null;
  @Field(() => Int, { nullable: true })
  usageWindowDays?: number | null;
  @Field(() => Int, { nullable: true })
  horizonDays?: number | null;
  @Field(() => Int, { nullable: true })
  maxFeedAgeHours?: number | null;
  @Field(() => Boolean, { nullable: true })
  isReviewedFirst?: boolean | null;
  @Field(() => Int, { nullable: true })
  ageingDays?: number | null;
  @Field(() => Boolean, { nullable: true })
  sharesDemand?: boolean | null;
  @Field(() => BearerEnum, { nullable: true })
  belowMinimumBearer?: Bearer | null;
  @Field(() => BearerEnum, { nullable: true })
  aboveMaximumBearer?: Bearer | null;
  @Field(() => String, { nullable: true })
  liabilityNote?: string | null;
}

@InputType('VmiLineInput')
export class LineInput {
  @Field(() => ID)
  itemId!: string;
  @Field(() => LimitsInput, { nullable: true })
  limits?: LimitsInput | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Above 0, at most 1; 1 when left out.' })
  quotaShare?: Decimal | null;
}

@InputType()
export class AgreementDraftInput {
  @Field(() => ID, { nullable: true, description: 'A supplier leaves it out: it is himself.' })
  supplierId?: string | null;
  @Field(() => ID)
  siteId!: string;
  @Field(() => Boolean, {
    defaultValue: false,
    description: "The stock stays the supplier's until it is used.",
  })
  isConsignment!: boolean;
  @Field(() => DateScalar)
  validFrom!: string;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
  @Field(() => TermsInput, { nullable: true })
  terms?: TermsInput | null;
  @Field(() => [LineInput], { defaultValue: [] })
  lines!: LineInput[];
}

@InputType()
export class AgreementTermsSaveInput {
  @Field(() => ID)
  agreementId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => DateScalar, { nullable: true })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
  @Field(() => TermsInput, { nullable: true })
  terms?: TermsInput | null;
}

@InputType()
export class AgreementAmendInput {
  @Field(() => ID)
  agreementId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => TermsInput)
  terms!: TermsInput;
  @Field(() => String, { defaultValue: '' })
  note!: string;
}

@InputType({ description: 'An act on an agreement as it was read.' })
export class AgreementActInput {
  @Field(() => ID)
  agreementId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => String, { defaultValue: '', description: 'Why; needed to refuse, suspend or terminate.' })
  note!: string;
}

@InputType({
  description:
    'Proposes an agreement per supplier for its terms that none covers yet. minimum = safety stock, reorder point = that of the item, maximum = reorder point + the larger of the minimum order and one order multiple.',
})
export class AgreementsFromTermsInput {
  @Field(() => ID)
  siteId!: string;
  @Field(() => [ID], { nullable: true, description: 'Only these suppliers.' })
  supplierIds?: string[] | null;
  @Field(() => DateScalar)
  validFrom!: string;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
  @Field(() => TermsInput, { nullable: true })
  terms?: TermsInput | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'They are in force already, under contracts signed elsewhere.',
  })
  isSignedElsewhere!: boolean;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiAgreementPayload')
export class AgreementPayload extends Payload {
  @Field(() => AgreementType, { nullable: true })
  agreement!: AgreementType | null;
}

@For(STAFF)
@ObjectType('VmiAgreementsPayload')
export class AgreementsPayload extends Payload {
  @Field(() => [AgreementType])
  agreements!: AgreementType[];
  @Field(() => Int, { nullable: true })
  lineCount!: number | null;
}
