import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { contacts, type Side } from '../../interactions/contact/contacts.service.ts';
import { interactionLog } from '../../interactions/interaction/interaction-log.service.ts';
import { articles } from '../../service/knowledge/articles.service.ts';
import { agents } from '../../service/setup/agents.service.ts';
import { categories } from '../../service/setup/categories.service.ts';
import { cannedReplies } from '../../service/setup/canned-replies.service.ts';
import { associationRules } from '../../service/suggestion/association-rules.service.ts';
import { ticketConversation } from '../../service/ticket/ticket-conversation.service.ts';
import { ticketDesk } from '../../service/ticket/ticket-desk.service.ts';
import { ticketOpening } from '../../service/ticket/ticket-opening.service.ts';
import { Ticket } from '../../service/ticket/ticket.entity.ts';
import type { Ids } from './demo-actors.service.ts';
import {
  demoArticles,
  demoCategorySkills,
  demoReplies,
  demoSkills,
  demoTickets,
  type DemoTicket,
} from './service.data.ts';

interface People {
  readonly desk: Actor;
  readonly demo: Actor;
  readonly byEmail: (email: string) => Actor;
}

/** Tickets at every stage, who answers them, articles, ready answers, a visit somebody wrote down, and what goes together. */
export async function helpPeople(database: Database, people: People, ids: Ids): Promise<void> {
  await database.transact(people.demo, async (work) => {
    await inOrder(demoReplies, (reply) => cannedReplies.save(work, { ...NEW, ...reply }));
    await inOrder(demoArticles, async ({ isPublished, ...text }) => {
      const id = await articles.save(work, null, null, text);
      if (!isPublished) return;
      await articles.submit(work, id, 1);
      await work.em.flush();
      await articles.publish(work, id, 2);
    });
    await staff(work, people);
    await inOrder(Object.entries(demoCategorySkills), ([code, skill]) => ask(work, code, skill));
    await associationRules.learn(work);
  });
  await inOrder(demoTickets, (ticket) => tell(database, people, ids, ticket));
  await database.transact(people.desk, (work) =>
    interactionLog.record(work, {
      organisationId: ids('VELONORD'),
      audience: 'CUSTOMER',
      authorName: people.desk.name,
      channel: 'VISIT',
      direction: 'OUTBOUND',
      visibility: 'INTERNAL',
      summary: 'Visit in Hamburg: spring range, delivery days',
      body: 'They want deliveries on Tuesdays. Anna decides about e-bikes, her colleague about parts.',
      durationMinutes: 90,
    }),
  );
}

const NEW = { id: null, queueId: null, isActive: true, expectedVersion: null };

/** Everybody at the demo's desk takes every queue, and knows something else. */
async function staff(work: Work, { byEmail }: People): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from service_queue order by code`.execute(work.sql);
  const queueIds = rows.map(({ id }) => id);
  await inOrder(Object.entries(demoSkills), async ([email, skills]) => {
    const { personId } = byEmail(email);
    if (personId) await agents.save(work, { ...NEW, personId, queueIds, skills, capacity: 20, isAvailable: true });
  });
}

interface Category {
  readonly id: string;
  readonly code: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly queueId: string | null;
  readonly version: number;
}

async function categoryOf(work: Work, code: string): Promise<Category> {
  const { rows } = await sql<Category>`
    select id, code, name_en as "nameEn", name_zh as "nameZh", queue_id as "queueId", version
    from service_category where code = ${code}`.execute(work.sql);
  if (!rows[0]) throw new Error(`The demo names the category ${code}, which there is not`);
  return rows[0];
}

/** Lets tickets of a category be given only to who has a skill. */
async function ask(work: Work, code: string, skill: string): Promise<void> {
  const { version, ...category } = await categoryOf(work, code);
  await categories.save(work, { ...category, skill, isActive: true, expectedVersion: version });
}

async function tell(database: Database, people: People, ids: Ids, story: DemoTicket): Promise<void> {
  const person = people.byEmail(story.by);
  const side = person.audience as Exclude<Side, 'STAFF'>;
  const organisationId = person.organisationId ?? '';
  const id = await database.transact(person, async (work) => {
    const contactId = await contacts.ofPerson(work, person.personId ?? '', organisationId, side);
    if (story.phone) await contacts.reach(work, contactId, 'PHONE', story.phone);
    const ticket = await ticketOpening.open(work, {
      organisationId,
      audience: side,
      contactId,
      openedByName: person.name,
      subject: story.subject,
      body: story.body,
      channel: 'WEB',
      categoryId: story.about ? (await categoryOf(work, story.about)).id : null,
      about: story.sku ? [{ type: 'Item', id: ids(story.sku) }] : [],
    });
    return ticket.id;
  });
  await database.transact(people.desk, async (work) => {
    if (story.note) await ticketConversation.note(work, id, story.note);
    if (story.answer)
      await ticketConversation.reply(work, id, { body: story.answer, statusCode: story.statusCode ?? null });
    await work.em.flush();
    if (story.isResolved) await ticketDesk.resolve(work, id, await versionOf(work, id), false);
  });
}

async function versionOf(work: Work, id: string): Promise<number> {
  return (await work.em.findOneOrFail(Ticket, id)).version;
}
