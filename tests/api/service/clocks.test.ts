import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { actOn, aDesk, opened, ticketFor, type Help } from '../../support/factories/service.ts';
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
