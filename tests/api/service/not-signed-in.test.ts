import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectFolder } from '../../../server/src/platform/project-folder.ts';
import { schemas } from '../../support/app.ts';
import { actOn, aDesk, opened, type Help, type TicketRow } from '../../support/factories/service.ts';
import { operationOf, type PortalDocument } from '../../support/portal-documents.ts';

let help: Help;
let ticket: TicketRow;
let url: string;

beforeAll(async () => {
  help = await aDesk();
  ticket = await opened(help, help.anna, { subject: 'Secret gearbox', body: 'Our secret gearbox is broken' });
  await actOn(help, help.agent, 'ticketReply', { ticketId: ticket.id, body: 'A secret answer' });
  ({ url } = await help.app.listen());
});
afterAll(() => help.app.close());

const text = readFileSync(join(projectFolder, 'schema/trusted-documents.json'), 'utf8');
const documents = Object.entries(JSON.parse(text) as Record<string, PortalDocument>);
const rootsOf = (document: string): string[] =>
  operationOf(document).selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
const open = schemas.of('PUBLIC');
const offered = new Set(
  [open.getQueryType(), open.getMutationType()].flatMap((root) => Object.keys(root?.getFields() ?? {})),
);

async function asked(portal: string, body: object): Promise<{ status: number; text: string; data: unknown }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-corridor-portal': portal },
    body: JSON.stringify(body),
  });
  const answer = await response.text();
  return { status: response.status, text: answer, data: (JSON.parse(answer) as { data?: unknown }).data ?? null };
}

it('answers no page of any portal to whoever has not signed in (erpnext#39155)', async () => {
  const closed = documents.filter(([, { document }]) => rootsOf(document).some((root) => !offered.has(root)));
  expect(closed.length).toBeGreaterThan(200);
  expect(closed.map(([, { name }]) => name)).toEqual(
    expect.arrayContaining(['PartyTickets', 'PartyTicket', 'PartyNewTicket', 'AdminDesk', 'AdminDeskTicket']),
  );
  const told: string[] = [];
  for (const [hash, { name, portal }] of closed) {
    const variables = { id: ticket.id, first: 5, sort: 'NEWEST', input: { ticketId: ticket.id } };
    const answer = await asked(portal === 'shared' ? 'customer' : portal, { documentId: `sha256:${hash}`, variables });
    if (answer.data !== null || /secret/i.test(answer.text)) told.push(`${name}: ${answer.text.slice(0, 200)}`);
  }
  expect(told).toEqual([]);
});

it('nor a ticket by its id, a list that is asked for by hand, or a file', async () => {
  for (const query of [
    `{ node(id: "${ticket.id}") { id ... on Ticket { subject } } }`,
    '{ tickets(first: 5) { nodes { subject } } }',
    '{ similarTickets(text: "secret gearbox") { subject } }',
    '{ serviceCategories(first: 5) { nodes { name } } }',
  ])
    expect((await asked('customer', { query })).data, query).toBeNull();
  expect((await fetch(`${url}/attachments/${ticket.id}?portal=customer`)).status).toBe(404);
});
