import { Field, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { SupplierReturnLineType } from './supplier-return-line.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('SupplierReturn', {
  implements: Node,
  description: 'Goods sent back to the supplier, with the credit expected for them.',
})
export class SupplierReturnType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => String)
  reason!: string;
  @Field(() => MoneyType)
  expectedCredit!: MoneyType;
  @Field(() => String)
  carrier!: string;
  @Field(() => String)
  tracking!: string;
  @Field(() => DateScalar)
  returnedOn!: string;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => [SupplierReturnLineType])
  lines!: SupplierReturnLineType[];
}

export const SupplierReturnConnection = connectionOf(SupplierReturnType, 'SupplierReturn', SUPPLY_SIDE);
