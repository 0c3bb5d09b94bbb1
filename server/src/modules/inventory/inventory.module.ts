import type { Module } from '../../platform/module.ts';
import { CountLine } from './count/count-line.entity.ts';
import { Count } from './count/count.entity.ts';
import { StockBalance } from './ledger/stock-balance.entity.ts';
import { StockMove } from './ledger/stock-move.entity.ts';
import { Reservation } from './reservation/reservation.entity.ts';

export const inventory: Module = {
  name: 'inventory',
  entities: [StockMove, StockBalance, Reservation, Count, CountLine],
  resolvers: [],
  actions: {},
};
