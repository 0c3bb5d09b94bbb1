import { instantSql } from '../../../platform/read/shape.ts';
import { CHANNELS, PROMOTIONAL, PURPOSES } from './consent.state.ts';

const list = (values: readonly string[]): string => values.map((one) => `'${one}'`).join(', ');

/** Every channel and purpose with the last word of a contact on it, as JSON; `contact` is an SQL expression of its id. */
export const standingConsents = (contact: string): string => `
  (select json_agg(json_build_object('channel', h.channel, 'purpose', p.purpose, 'state', coalesce(k.state, 'UNKNOWN'),
      'isPromotional', p.purpose in (${list(PROMOTIONAL)}),
      'since', ${instantSql('k.recorded_at')}) order by h.place, p.place)
   from unnest(array[${list(CHANNELS)}]) with ordinality h(channel, place)
   cross join unnest(array[${list(PURPOSES)}]) with ordinality p(purpose, place)
   left join lateral (select c.state, c.recorded_at from interactions_consent c
     where c.contact_id = ${contact} and c.channel = h.channel and c.purpose = p.purpose
     order by c.recorded_at desc, c.id desc limit 1) k on true)`;
