import { sql } from 'kysely';
import { addDays, startOfWeek, todayIn, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { systemActor, type Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { workingTime } from '../../catalog/calendar/working-time.service.ts';
import { mrpRuns } from '../../planning/mrp/mrp-run.service.ts';
import { replenishmentRuns } from '../../vmi/run/replenishment-run.service.ts';
import { importCsv, type SourceFile } from '../load/import-csv.ts';
import { upsert } from '../load/upsert.ts';
import { signAgreements } from './agreements.demo.ts';
import { chineseDays, workingWeek } from './calendar.data.ts';
import { idsOf, openAccounts, type Ids } from './demo-actors.service.ts';
import { itemFiles } from './item.files.ts';
import { demoItems } from './items.data.ts';
import { pastOrders } from './order.files.ts';
import { accounts, DEMO_PASSWORD, partyFiles } from './parties.data.ts';
import { pastSeasons, pastUsage, type PastDay } from './past.calc.ts';
import { forecastAndSchedule } from './planning.demo.ts';
import { planningFiles } from './planning.files.ts';
import { sellAndSlip } from './sales.demo.ts';
import { salesFiles } from './sales.files.ts';
import { helpPeople } from './service.demo.ts';
import { orderAndShip } from './shipments.demo.ts';
import { demoWeekly } from './structure.data.ts';

const ZONE = 'Asia/Shanghai';
const PAST_DAYS = 120;
const PAST_WEEKS = 112;
const demo = systemActor('demo');
const encoder = new TextEncoder();

/** Who can sign in to the demo, a line each. */
export const demoAccountLines = (): string[] =>
  accounts.map(
    ({ audience, email, label }) => `${audience.toLowerCase().padEnd(8)}  ${email} / ${DEMO_PASSWORD}  (${label})`,
  );

/** What a database holds of the demo: nothing at all yet, the demo's accounts, or somebody's own data. */
export function demoStateOf(database: Database): Promise<'EMPTY' | 'DEMO' | 'OWN'> {
  return database.transact(
    demo,
    async (work) => {
      const emails = accounts.map(({ email }) => email);
      const { rows } = await sql<{ isEmpty: boolean; isDemo: boolean }>`
        select not exists (select from identity_organisation) as "isEmpty",
               exists (select from identity_person where email = any(${emails}) and is_active and password_hash is not null) as "isDemo"`.execute(
        work.sql,
      );
      if (rows[0]?.isDemo) return 'DEMO';
      return rows[0]?.isEmpty ? 'EMPTY' : 'OWN';
    },
    'read',
  );
}

/** Fills an empty database with a fictitious maker of e-bikes, its suppliers and customers, around today. */
export async function createDemoCompany(database: Database, clock: Clock): Promise<void> {
  const today = todayIn(ZONE, clock);
  await bring(database, { ...partyFiles, ...itemFiles });
  const ids = await database.transact(demo, idsOf);
  const people = await database.transact(demo, (work) => openAccounts(work, ids));
  await database.transact(demo, async (work) => {
    const at = (sku: string) => (used: PastDay) => ({ ...used, item_id: ids(sku), site_id: ids('SH') });
    const usage = [
      ...demoItems.flatMap(({ sku, daily }) => pastUsage(sku, daily, today, PAST_DAYS).map(at(sku))),
      ...Object.entries(demoWeekly).flatMap(([sku, weekly]) =>
        pastSeasons(sku, weekly, startOfWeek(today), PAST_WEEKS).map(at(sku)),
      ),
    ];
    const columns = 'item_id uuid, site_id uuid, day date, quantity numeric';
    await upsert(work, { table: 'inventory_daily_usage', columns, key: ['item_id', 'site_id', 'day'] }, usage);
  });
  await keepCalendar(database, ids, today);
  await bring(database, { purchase_orders: pastOrders(today), ...planningFiles(today), ...salesFiles(today) });
  const actor = (email: string): Actor => people.get(`${email}@demo.corridor`) ?? demo;
  await orderAndShip(database, { buyer: actor('buyer'), warehouse: actor('warehouse') }, ids, today);
  await signAgreements(database, actor('planner'), ids, today);
  const sellers = { sales: actor('sales'), warehouse: actor('warehouse'), finance: actor('admin') };
  await sellAndSlip(database, { ...sellers, buyer: actor('buyer') }, ids, today);
  await database.transact(demo, (work) => replenishmentRuns.run(work));
  const named = (email: string): Actor => people.get(email) ?? demo;
  await helpPeople(database, { desk: actor('admin'), demo, byEmail: named }, ids);
  await forecastAndSchedule(database, actor('planner'));
  await mrpRuns.run(database, demo, { kind: 'REGENERATIVE' });
}

async function bring(database: Database, texts: Readonly<Record<string, string>>): Promise<void> {
  const files = Object.entries(texts).map(([name, text]): SourceFile => ({
    name: `${name}.csv`,
    bytes: encoder.encode(text),
  }));
  const { issues } = await importCsv(database, demo, files);
  const [first] = issues.all;
  if (first)
    throw new Error(`The demo cannot be made: ${first.file}:${first.line} ${first.field}: ${first.error.message}`);
}

async function keepCalendar(database: Database, ids: Ids, today: CalendarDate): Promise<void> {
  await database.transact(demo, (work) =>
    workingTime.save(work, {
      id: null,
      organisationId: ids('LIANHUA'),
      name: '中国工作日历 China',
      timeZone: ZONE,
      week: workingWeek,
      overrides: chineseDays(Number(addDays(today, -PAST_DAYS).slice(0, 4))),
      isDefault: true,
    }),
  );
}
