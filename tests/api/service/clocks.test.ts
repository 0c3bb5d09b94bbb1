import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { actOn, aDesk, opened, ticketFor, type Help } from '../../support/factories/service.ts';
import { BATCH } from '../../../server/src/modules/service/sla/many-clocks.service.ts';
import { breaches } from '../../../server/src/modules/service/desk/breaches.service.ts';

let help: Help;

beforeAll(async () => {
  help = await aDesk();
});
afterAll(() => help.app.close());

const CLOCKS =
  'priority responseDueAt respondedAt responseMinutes responseBreachedAt resolutionDueAt holdMinutes netMinutes nextDueAt resolvedAt allowedActions';

it('judges a breach by the timer, raises it, and tells no party', async () => {
  const ticket = await opened(help);
  await help.app.deliver();
  help.clock.advance(3 * 24 * 3_600_000);
  expect(await help.app.prepare((work) => breaches.find(work))).toBeGreaterThan(0);
  expect(await help.app.prepare((work) => breaches.find(work))).toBe(0);
  const late = await ticketFor(help, help.agent, ticket.id, 'isEscalated responseBreachedAt events { kind }');
  expect(late).toMatchObject({ isEscalated: true, events: expect.arrayContaining([{ kind: 'BREACHED' }]) });
  expect(late?.['responseBreachedAt']).not.toBeNull();
  const told = await help.app.owner.query(
    "select 1 from platform_event where name = 'service.ticket.breached' and customer_id is not null",
  );
  expect(told).toEqual([]);
});

it('keeps the calendar and the policy it began under when they are changed', async () => {
  const save = (version: number | null, hours: { from: string; to: string }[], id?: string) =>
    help.app.ask<{ calendarSave: { calendar: { id: string; version: number } } }>(
      help.admin,
      'mutation ($input: CalendarSaveInput!) { calendarSave(input: $input) { calendar { id version } userErrors { code } } }',
      {
        input: {
          id,
          expectedVersion: version,
          organisationId: toGlobalId('org', help.company.id),
          name: 'Desk',
          timeZone: 'UTC',
          week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours })),
          isDefault: true,
        },
      },
    );
  const made = await save(null, [{ from: '00:00', to: '24:00' }]);
  const before = await opened(help);
  const first = await ticketFor(help, help.agent, before.id, CLOCKS);
  await save(made.calendarSave.calendar.version, [{ from: '09:00', to: '10:00' }], made.calendarSave.calendar.id);
  const second = await opened(help);
  const noted = await actOn(
    help,
    help.agent,
    'ticketPrioritise',
    { ticketId: before.id, expectedVersion: first?.version, priority: 'HIGH' },
    CLOCKS,
  );
  const minutes = (ticket: Record<string, unknown> | null) =>
    (Date.parse(String(ticket?.['resolutionDueAt'])) - help.clock.now().getTime()) / 60_000;
  expect([minutes(first), minutes(noted)]).toEqual([1440, 960]);
  expect(minutes(await ticketFor(help, help.agent, second.id, CLOCKS))).toBeGreaterThan(20 * 1440);
  const target = (resolutionMinutes: number) =>
    ['URGENT', 'HIGH', 'NORMAL', 'LOW'].map((priority) => ({ priority, responseMinutes: 30, resolutionMinutes }));
  const POLICY =
    'mutation ($input: ServicePolicySaveInput!) { servicePolicySave(input: $input) { policy { policyVersion } userErrors { code } } }';
  const policy = { code: 'STANDARD', name: 'Standard', targets: target(100) };
  await help.app.ask(help.admin, POLICY, { input: { ...policy, idempotencyKey: 'policy-two', expectedVersion: 1 } });
  expect(minutes(await ticketFor(help, help.agent, before.id, CLOCKS))).toBe(960);
  await help.app.ask(help.admin, POLICY, {
    input: { ...policy, idempotencyKey: 'policy-three', expectedVersion: 2, appliesToOpenTickets: true },
  });
  expect(minutes(await ticketFor(help, help.agent, before.id, CLOCKS))).toBe(100);
});

it('replays all open tickets for a new policy with one read and one write a batch, however many there are', async () => {
  const many = (count: number, tag: string) =>
    help.app.owner.query(
      `with made as (
        insert into service_ticket (id, organisation_id, audience, subject, channel, policy_id, survivor_id, created_at)
        select x.id, $1, 'CUSTOMER', $3, 'WEB', (select id from service_policy where code = 'STANDARD' and is_current), x.id, $4
        from (select gen_random_uuid() as id from generate_series(1, $2::int)) x returning id)
      insert into service_ticket_event (id, ticket_id, kind, happened_at, data)
      select gen_random_uuid(), id, 'CREATED', $4, '{"priority":"NORMAL"}' from made`,
      [help.customer.id, count, tag, help.clock.now()],
    );
  const saved = async (key: string, resolutionMinutes: number) => {
    const [policy] = await help.app.owner.query<{ version: number }>(
      `select version from service_policy where code = 'STANDARD' and is_current`,
    );
    const targets = ['URGENT', 'HIGH', 'NORMAL', 'LOW'].map((priority) => ({
      priority,
      responseMinutes: 30,
      resolutionMinutes,
    }));
    const statements = await help.app.statements(() =>
      help.app.ask(
        help.admin,
        'mutation ($input: ServicePolicySaveInput!) { servicePolicySave(input: $input) { policy { policyVersion } userErrors { code } } }',
        {
          input: {
            ...{ idempotencyKey: key, code: 'STANDARD', name: 'Standard', targets, appliesToOpenTickets: true },
            expectedVersion: policy?.version,
          },
        },
      ),
    );
    return statements.length;
  };
  const few = await saved('policy-for-few', 200);
  await many(BATCH * 2, 'many');
  expect(await saved('policy-for-many', 300)).toBe(few + 4);
  const [told] = await help.app.owner.query<{ tickets: number; right: number }>(
    `select count(*)::int as tickets, count(*) filter (where t.version = 2 and t.next_due_at = t.response_due_at
       and t.response_due_at is not null and exists (select from service_ticket_event e where e.ticket_id = t.id
         and e.kind = 'POLICY' and e.data -> 'targets' -> 'NORMAL' = '{"response":30,"resolution":300}'))::int as "right"
     from service_ticket t where t.subject = 'many'`,
  );
  expect(told).toEqual({ tickets: BATCH * 2, right: BATCH * 2 });
});

it('says when business minutes are over, and shows nobody how calendars of other parties were', async () => {
  const [made] = await help.app.owner.query<{ id: string }>(
    `insert into catalog_calendar (id, organisation_id, name, time_zone, week, overrides)
     values (gen_random_uuid(), $1, 'Works', 'Asia/Shanghai',
       '{"1": [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "18:00"}], "2": [{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "18:00"}]}',
       '{"2026-10-06": []}') returning id`,
    [help.stranger.organisationId],
  );
  const { businessTimes } = await help.app.ask<{ businessTimes: string[] }>(
    help.agent,
    'query ($id: ID!, $from: DateTime!) { businessTimes(calendarId: $id, from: $from, minutes: [60, 180, 600]) }',
    { id: toGlobalId('cal', made?.id ?? ''), from: '2026-10-05T03:30:00Z' },
  );
  // Monday 11:30 in Shanghai: half an hour, lunch, then five hours; Tuesday is a holiday, so the rest is a week later.
  expect(businessTimes.map((at) => new Date(at).toISOString())).toEqual([
    '2026-10-05T05:30:00.000Z',
    '2026-10-05T07:30:00.000Z',
    '2026-10-12T06:30:00.000Z',
  ]);
  const versionsFor = (who: typeof help.anna) =>
    help.app.database.transact(who, async (work) => {
      const { rows } = await sql`select 1 from service_calendar_version where calendar_id = ${made?.id}`.execute(
        work.sql,
      );
      return rows.length;
    });
  expect([await versionsFor(help.agent), await versionsFor(help.stranger), await versionsFor(help.anna)]).toEqual([
    1, 1, 0,
  ]);
});
