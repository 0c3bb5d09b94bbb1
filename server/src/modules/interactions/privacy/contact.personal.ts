import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import { ERASED, keepsPersonalData } from '../../../platform/access/personal-data.ts';
import { fileStore } from '../../../platform/files/file-store.ts';

const contactsOf = (id: string) => sql`(select c.id from interactions_contact c where c.person_id = ${id})`;

keepsPersonalData({
  name: 'contacts',
  gather: async (work, id) =>
    (
      await sql<object>`
        select c.name, c.audience, c.locale, c.time_zone, c.preferred_channel, c.quiet_from, c.quiet_to, c.created_at,
          (select json_agg(json_build_object('channel', a.channel, 'address', a.address)) from interactions_contact_address a
            where a.contact_id = c.id) as addresses,
          (select json_agg(json_build_object('channel', k.channel, 'purpose', k.purpose, 'state', k.state, 'source', k.source,
            'at', k.recorded_at) order by k.recorded_at) from interactions_consent k where k.contact_id = c.id) as consents
        from interactions_contact c where c.person_id = ${id} order by c.created_at`.execute(work.sql)
    ).rows,
  // The ledger of consent names a contact by its key alone, and proves what was allowed: it stays.
  erase: async (work, id) => {
    await sql`delete from interactions_contact_address where contact_id in ${contactsOf(id)}`.execute(work.sql);
    await sql`
      update interactions_contact set name = ${ERASED}, time_zone = null, quiet_from = null, quiet_to = null, is_active = false,
        version = version + 1 where person_id = ${id}`.execute(work.sql);
  },
});

keepsPersonalData({
  name: 'correspondence',
  gather: async (work, id) =>
    (
      await sql<object>`
        select i.channel, i.direction, i.summary, i.body, i.occurred_at from interactions_interaction i
        where (i.author_person_id = ${id} or i.contact_id in ${contactsOf(id)}) and i.visibility = 'SHARED'
        order by i.occurred_at`.execute(work.sql)
    ).rows,
  // What was said stays with the matter it was said about; who said it goes, with the raw mails that name him.
  erase: async (work, id) => {
    await sql`
      update interactions_interaction set author_name = ${ERASED}
      where author_person_id = ${id} or (direction = 'INBOUND' and contact_id in ${contactsOf(id)})`.execute(work.sql);
    await sql`
      update interactions_message set sent_to = null, address = null, last_error = null where contact_id in ${contactsOf(id)}`.execute(
      work.sql,
    );
    const { rows } = await sql<{ id: string }>`
      update interactions_mail set from_address = 'erased@erased.invalid', from_name = ${ERASED}, body_html = null
      where contact_id in ${contactsOf(id)} returning id`.execute(work.sql);
    await inOrder(rows, (mail) => fileStore().remove(mail.id));
  },
});
