import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { LocationType, SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { StockStatus } from '../ledger/stock-status.types.ts';

export enum StockCountState {
  OPEN = 'OPEN',
  POSTED = 'POSTED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(StockCountState, { name: 'StockCountState' });

@For(STAFF)
@ObjectType('StockCountLine', { implements: Node, description: 'One balance to count.' })
export class StockCountLineType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => LocationType, { nullable: true })
  location!: LocationType | null;
  @Field(() => OrganisationType, { nullable: true })
  owner!: OrganisationType | null;
  @Field(() => StockStatus)
  status!: StockStatus;
  @Field(() => String)
  lot!: string;
  @Field(() => QuantityType, { description: 'What the ledger said when it was counted.' })
  expected!: QuantityType;
  @Field(() => QuantityType, { nullable: true })
  counted!: QuantityType | null;
  @Field(() => QuantityType, { nullable: true, description: 'Counted minus expected.' })
  difference!: QuantityType | null;
}

@For(STAFF)
@ObjectType('StockCount', {
  implements: Node,
  description: 'Counting what is physically at a site, and booking the difference.',
})
export class StockCountType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => StockCountState)
  state!: StockCountState;
  @Field(() => String)
  note!: string;
  @Field(() => DateTimeScalar)
  openedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  postedAt!: string | null;
  @Field(() => Int)
  version!: number;
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => Int)
  lineCount!: number;
  @Field(() => [StockCountLineType])
  lines!: StockCountLineType[];
}

export const StockCountConnection = connectionOf(StockCountType, 'StockCount', STAFF);
