import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';

@For(STAFF)
@ObjectType('PlanningSource', { implements: Node, description: 'A supplier an item is bought from at a site.' })
export class PlanningSourceType extends Node {
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => DecimalScalar, { description: 'Of what is bought, against the shares of the others: 0.6 of 1.' })
  share!: string;
  @Field(() => QuantityType, { nullable: true, description: 'The most he can deliver in a week; null: any amount.' })
  weeklyCapacity!: QuantityType | null;
}

@InputType()
export class PlanningSourceInput {
  @Field(() => ID)
  supplierId!: string;
  @Field(() => DecimalScalar, { description: 'Above zero, at most one.' })
  share!: Decimal;
  @Field(() => DecimalScalar, { nullable: true, description: 'In the stock unit; null: any amount.' })
  weeklyCapacity?: Decimal | null;
}
