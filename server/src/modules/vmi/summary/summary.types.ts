import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import type { Colour } from '../line/colour.calc.ts';
import { AlertTypeEnum, ColourEnum } from '../vmi.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiColourCount')
export class ColourCountType {
  @Field(() => ColourEnum)
  colour!: Colour;
  @Field(() => Int)
  count!: number;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiAlertCount')
export class AlertCountType {
  @Field(() => AlertTypeEnum)
  type!: keyof typeof AlertTypeEnum;
  @Field(() => Int)
  count!: number;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiSummary', { description: 'How everything the reader may see stands, in numbers.' })
export class SummaryType {
  @Field(() => Int)
  lineCount!: number;
  @Field(() => [ColourCountType])
  colours!: ColourCountType[];
  @Field(() => [AlertCountType], { description: 'Alerts that have not ended.' })
  alerts!: AlertCountType[];
  @Field(() => Int, { description: 'Proposals that wait for the supplier.' })
  awaitingAnswer!: number;
  @Field(() => Int)
  overdueAnswers!: number;
  @Field(() => Int, { description: 'Counter-proposals that wait for the buyer.' })
  awaitingReview!: number;
  @Field(() => Int, { description: 'Agreements whose terms wait for either side.' })
  awaitingSignature!: number;
}
