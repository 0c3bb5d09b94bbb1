import { Field, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiExplanationLine', { description: 'One step from the figures to the proposed quantity.' })
export class ExplanationLineType {
  @Field(() => String, { description: 'Stable name of the step.' })
  code!: string;
  @Field(() => String, { description: "In the reader's language." })
  label!: string;
  @Field(() => String, { description: 'With its unit; a date, a number or a word.' })
  value!: string;
}
