import type { Module } from '../../platform/module.ts';
import type { Role } from '../../platform/access/role.ts';
import { StockActsResolver } from './acts/stock-acts.resolver.ts';
import { CountLine } from './count/count-line.entity.ts';
import { Count } from './count/count.entity.ts';
import { StockCountResolver } from './count/count.resolver.ts';
import { ItemFields } from './fields/item.fields.ts';
import { InsufficientStockType } from './inventory-refusals.types.ts';
import { stockCommands } from './inventory.commands.ts';
import { StockBalance } from './ledger/stock-balance.entity.ts';
import { StockMove } from './ledger/stock-move.entity.ts';
import { Reservation } from './reservation/reservation.entity.ts';
import { StockResolver } from './stock/stock.resolver.ts';

const KEEPERS: readonly Role[] = ['ADMIN', 'PLANNER', 'WAREHOUSE'];

export const inventory: Module = {
  name: 'inventory',
  entities: [StockMove, StockBalance, Reservation, Count, CountLine],
  resolvers: [StockResolver, StockActsResolver, StockCountResolver, ItemFields],
  types: [InsufficientStockType],
  actions: {
    'inventory.stock.adjust': KEEPERS,
    'inventory.stock.transfer': KEEPERS,
    'inventory.stock.issue': KEEPERS,
    'inventory.stock.scrap': KEEPERS,
    'inventory.stock.change_status': KEEPERS,
    'inventory.stock.reverse': KEEPERS,
    'inventory.count.open': KEEPERS,
    'inventory.count.record': KEEPERS,
    'inventory.count.post': KEEPERS,
    'inventory.count.cancel': KEEPERS,
  },
  commands: stockCommands,
};
