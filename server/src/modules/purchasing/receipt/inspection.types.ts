import { Field, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';

@For(SUPPLY_SIDE)
@ObjectType('Inspection', {
  implements: Node,
  description: 'What was decided about goods in quarantine, in the counted unit.',
})
export class InspectionType extends Node {
  @Field(() => DecimalScalar)
  acceptedQuantity!: string;
  @Field(() => DecimalScalar)
  rejectedQuantity!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => DateTimeScalar)
  inspectedAt!: string;
}
