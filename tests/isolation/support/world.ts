import { readerOf } from '../../../server/src/platform/graphql/audience.ts';
import { schemas, TestApp } from '../../support/app.ts';
import { rolesOf, somebody, type Somebody } from './actors.ts';
import { Asker } from './asker.ts';
import { Leaks } from './leaks.ts';
import { Questions } from './questions.ts';
import { Rows } from './rows.ts';

/** A database in which every party has a row of everything, and who asks. */
export interface World {
  readonly app: TestApp;
  readonly rows: Rows;
  readonly asker: Asker;
  readonly leaks: Leaks;
  readonly supplier: Somebody;
  readonly customer: Somebody;
  readonly staff: Somebody;
}

/** Over a handful of rows any plan will do, and most of the time would go into choosing one. */
const PLANNED_AT_ONCE = {
  from_collapse_limit: 1,
  join_collapse_limit: 1,
  enable_bitmapscan: false,
  enable_hashjoin: false,
  enable_incremental_sort: false,
  enable_material: false,
  enable_memoize: false,
  enable_mergejoin: false,
};

export async function aWorld(): Promise<World> {
  const app = await TestApp.start();
  for (const [name, value] of Object.entries(PLANNED_AT_ONCE))
    await app.owner.query(`alter database ${app.owner.name} set ${name} = ${value}`);
  const rows = await new Rows(app.owner).make();
  return {
    app,
    rows,
    asker: new Asker(app),
    leaks: new Leaks(rows),
    supplier: somebody(rows, 'Qalpine', rolesOf('SUPPLIER')),
    customer: somebody(rows, 'Qvelo', rolesOf('CUSTOMER')),
    staff: somebody(rows, 'Qcompany', rolesOf('STAFF')),
  };
}

/** The questions of the schema that this reader is offered. */
export const questionsFor = ({ actor }: Somebody): Questions => new Questions(schemas.of(readerOf(actor)));
