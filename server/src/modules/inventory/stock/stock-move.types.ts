import { Field, ID, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { LocationType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { MoveReason, StockStatus } from '../ledger/stock-status.types.ts';

@For(STAFF)
@ObjectType('StockMove', {
  implements: Node,
  description: 'An amount of an item going from one place to another at one instant. Only ever added.',
})
export class StockMoveType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => LocationType, { nullable: true })
  from!: LocationType | null;
  @Field(() => LocationType, { nullable: true })
  to!: LocationType | null;
  @Field(() => OrganisationType, { nullable: true })
  fromOwner!: OrganisationType | null;
  @Field(() => OrganisationType, { nullable: true })
  toOwner!: OrganisationType | null;
  @Field(() => StockStatus)
  fromStatus!: StockStatus;
  @Field(() => StockStatus)
  toStatus!: StockStatus;
  @Field(() => String)
  lot!: string;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => MoveReason)
  reason!: MoveReason;
  @Field(() => String)
  note!: string;
  @Field(() => String, { nullable: true, description: 'The kind of document behind it, such as `Receipt`.' })
  documentType!: string | null;
  @Field(() => String, { nullable: true })
  documentId!: string | null;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  movedAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it was written down.' })
  recordedAt!: string;
  @Field(() => String, { nullable: true, description: 'The name of the person; none for the system.' })
  recordedBy!: string | null;
  @Field(() => ID, { nullable: true, description: 'The move that this counter-entry undoes.' })
  reversesId!: string | null;
  @Field(() => Boolean)
  isReversed!: boolean;
}

export const StockMoveConnection = connectionOf(StockMoveType, 'StockMove', STAFF);
