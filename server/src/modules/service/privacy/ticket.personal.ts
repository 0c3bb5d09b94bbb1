import { sql } from 'kysely';
import { ERASED, keepsPersonalData } from '../../../platform/access/personal-data.ts';

const contactsOf = (id: string) => sql`(select c.id from interactions_contact c where c.person_id = ${id})`;

keepsPersonalData({
  name: 'tickets',
  gather: async (work, id) =>
    (
      await sql<object>`
        select t.number, t.subject, t.channel, t.category, t.created_at from service_ticket t
        where t.contact_id in ${contactsOf(id)} and t.is_shared order by t.created_at`.execute(work.sql)
    ).rows,
  erase: async (work, id) => {
    await sql`
      update service_ticket set opened_by_name = ${ERASED}, version = version + 1 where contact_id in ${contactsOf(id)}`.execute(
      work.sql,
    );
    await sql`delete from service_agent where person_id = ${id}`.execute(work.sql);
  },
});

keepsPersonalData({
  name: 'ratings',
  gather: async (work, id) =>
    (
      await sql<object>`
        select t.number as ticket, r.score, r.comment, r.rated_at from service_rating r join service_ticket t on t.id = r.ticket_id
        where r.person_id = ${id} order by r.rated_at`.execute(work.sql)
    ).rows,
  // The score counts on; what he wrote beside it goes.
  erase: async (work, id) => {
    await sql`update service_rating set comment = '', person_id = null where person_id = ${id}`.execute(work.sql);
  },
});
