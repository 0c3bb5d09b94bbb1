import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { ItemType } from '../item/item.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('PriceBreak', { implements: Node, description: 'The price that holds from a quantity upward.' })
export class PriceBreakType extends Node {
  @Field(() => DecimalScalar, { description: 'In order units.' })
  fromQuantity!: string;
  @Field(() => MoneyType, { description: 'Per order unit.' })
  unitPrice!: MoneyType;
  @Field(() => DateScalar, { nullable: true })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The last day on which it holds.' })
  validTo!: string | null;
}

@For(SUPPLY_SIDE)
@ObjectType('SupplierItem', {
  implements: Node,
  description: 'On which terms a supplier supplies an item.',
})
export class SupplierItemType extends Node {
  @Field(() => String)
  supplierSku!: string;
  @Field(() => String)
  orderUnit!: string;
  @Field(() => String, { description: 'One order unit is numerator / denominator of the stock unit.' })
  numerator!: string;
  @Field(() => String)
  denominator!: string;
  @Field(() => QuantityType)
  minimumQuantity!: QuantityType;
  @Field(() => QuantityType)
  orderMultiple!: QuantityType;
  @Field(() => QuantityType, { nullable: true })
  maximumQuantity!: QuantityType | null;
  @Field(() => Int, { description: 'Working days of the supplier.' })
  leadTimeDays!: number;
  @Field(() => String)
  currency!: string;
  @For(STAFF)
  @Field(() => Boolean)
  isPreferred!: boolean;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Int)
  version!: number;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => [PriceBreakType])
  priceBreaks!: PriceBreakType[];
}

export const SupplierItemConnection = connectionOf(SupplierItemType, 'SupplierItem', SUPPLY_SIDE);
