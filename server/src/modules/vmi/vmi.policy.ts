import type { Actor } from '../../platform/access/actor.ts';
import { shares } from '../catalog/sharing/sharing.shape.ts';
import type { Side } from './agreement/agreement.state.ts';

/** The side of the agreement somebody stands on; the system acts for the company. */
export const sideOf = (actor: Actor): Side => (actor.audience === 'SUPPLIER' ? 'SUPPLIER' : 'COMPANY');

/** The same in SQL, for the reader of the statement. */
export const readerSide = `(case (select app_audience()) when 'SUPPLIER' then 'SUPPLIER' else 'COMPANY' end)`;

/** Whether the reader may know the demand behind a row that carries `shares_demand`: both must say so. */
export const knowsDemand = (row: string): string =>
  `((${row}.shares_demand or (select app_audience()) <> 'SUPPLIER') and ${shares('DEMAND')})`;
