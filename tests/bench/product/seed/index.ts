import { agreements } from './agreements.seed.ts';
import { catalogue } from './catalogue.seed.ts';
import { parties } from './parties.seed.ts';
import { purchasing } from './purchasing.seed.ts';
import type { SeedPart } from './seed.ts';
import { stock } from './stock.seed.ts';

export const seedParts: readonly SeedPart[] = [parties, catalogue, stock, purchasing, agreements];
