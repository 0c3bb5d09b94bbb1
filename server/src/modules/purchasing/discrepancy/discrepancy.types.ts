import { Field, ID, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { DiscrepancyKind, DiscrepancyResolution, DiscrepancyState } from './discrepancy.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('Discrepancy', {
  implements: Node,
  description: 'A difference between what was announced or ordered and what came.',
})
export class DiscrepancyType extends Node {
  @Field(() => DiscrepancyKind)
  kind!: DiscrepancyKind;
  @Field(() => DiscrepancyState)
  state!: DiscrepancyState;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => ID)
  receiptId!: string;
  @Field(() => String)
  receiptNumber!: string;
  @Field(() => QuantityType, { nullable: true })
  expectedQuantity!: QuantityType | null;
  @Field(() => QuantityType)
  actualQuantity!: QuantityType;
  @Field(() => String)
  detail!: string;
  @Field(() => DiscrepancyResolution, { nullable: true })
  resolution!: DiscrepancyResolution | null;
  @Field(() => String)
  resolutionNote!: string;
  @Field(() => DateTimeScalar)
  openedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  resolvedAt!: string | null;
  @Field(() => Int)
  version!: number;
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const DiscrepancyConnection = connectionOf(DiscrepancyType, 'Discrepancy', SUPPLY_SIDE);
