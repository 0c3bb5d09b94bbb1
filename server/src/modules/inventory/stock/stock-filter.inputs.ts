import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { MoveReason, StockStatus } from '../ledger/stock-status.types.ts';

export enum ItemStockSort {
  SKU = 'SKU',
  MOST_ON_HAND = 'MOST_ON_HAND',
  LEAST_AVAILABLE = 'LEAST_AVAILABLE',
}
registerEnumType(ItemStockSort, { name: 'ItemStockSort' });

export enum StockBalanceSort {
  SKU = 'SKU',
  OLDEST = 'OLDEST',
}
registerEnumType(StockBalanceSort, { name: 'StockBalanceSort' });

@ArgsType()
class StockArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
}

@ArgsType()
export class ItemStockArgs extends StockArgs {
  @Field(() => ItemStockSort, { defaultValue: ItemStockSort.SKU })
  sort!: ItemStockSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only where this organisation owns some of it.' })
  ownerId?: string | null;
  @Field(() => Boolean, { nullable: true })
  belowReorderPoint?: boolean | null;
}

@ArgsType()
export class StockBalancesArgs extends StockArgs {
  @Field(() => StockBalanceSort, { defaultValue: StockBalanceSort.SKU })
  sort!: StockBalanceSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  ownerId?: string | null;
  @Field(() => ID, { nullable: true })
  locationId?: string | null;
  @Field(() => StockStatus, { nullable: true })
  status?: StockStatus | null;
  @Field(() => String, { nullable: true })
  lot?: string | null;
}

@ArgsType()
export class StockMovesArgs extends StockArgs {
  @Field(() => String, { nullable: true })
  documentType?: string | null;
  @Field(() => MoveReason, { nullable: true })
  reason?: MoveReason | null;
  @Field(() => String, { nullable: true })
  lot?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Moved at this instant or later.' })
  from?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Moved before this instant.' })
  to?: Date | null;
}
