import { agreements } from './agreements.seed.ts';
import { catalogue } from './catalogue.seed.ts';
import { parties } from './parties.seed.ts';
import { purchasing } from './purchasing.seed.ts';
import { sales } from './sales.seed.ts';
import type { SeedPart } from './seed.ts';
import { stock } from './stock.seed.ts';
import { tickets } from './tickets.seed.ts';

export const seedParts: readonly SeedPart[] = [parties, catalogue, stock, purchasing, agreements, sales, tickets];
