import { sql } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Label, LabelSheet } from '../../../platform/print/label.ts';
import { dayText } from '../../../platform/print/texts.ts';
import { wordsOf } from './document.words.ts';
import { letterhead } from './parties.reads.ts';

interface ParcelRow {
  readonly customerId: string;
  readonly number: string;
  readonly shipTo: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly expectedOn: string | null;
  readonly parcels: number;
  readonly orders: string;
  /** Where it leaves from, and where it goes back to when nobody takes it. */
  readonly place: string;
}

/** One label for each parcel of a shipment that is packed and was not cancelled; null for any other. */
export async function labelSheet(work: Work, shipmentId: string, language: Locale): Promise<LabelSheet | null> {
  const shipment = await packed(work, shipmentId);
  if (!shipment) return null;
  const say = wordsOf(language);
  const { number, parcels } = shipment;
  const {
    from: company,
    to,
    toTitle,
  } = await letterhead(work, shipment.customerId, language, { shipTo: shipment.shipTo });
  const place = shipment.place.split('\n').filter(Boolean);
  const from = place.length > 0 ? [company[0] ?? '', ...place] : company;
  const known: Label['facts'] = [
    [say('delivery'), number],
    [say('orderNumber'), shipment.orders],
    [say('carrier'), shipment.carrier],
    [say('tracking'), shipment.tracking],
    [say('expectedOn'), dayText(shipment.expectedOn, language)],
  ];
  const facts = known.filter(([, text]) => text !== '');
  const labels = Array.from({ length: parcels }, (_, at): Label => ({
    ...{ from, fromTitle: say('sender'), to, toTitle, facts },
    place: `${at + 1} / ${parcels}`,
    code: `${number}-${String(at + 1).padStart(3, '0')}`,
  }));
  return { language, title: `${say('labels')} ${number}`, labels };
}

async function packed(work: Work, shipmentId: string): Promise<ParcelRow | undefined> {
  const { rows } = await sql<ParcelRow>`
    select s.customer_id as "customerId", s.number, s.ship_to as "shipTo", s.carrier, s.tracking, s.parcels, s.expected_on::text as "expectedOn",
      (select string_agg(o.number, ', ' order by o.number) from sales_order o
       where o.id in (select p.order_id from sales_shipment_line p where p.shipment_id = s.id)) as orders,
      coalesce(place.address, '') as place
    from sales_shipment s join catalog_site place on place.id = s.site_id
    where s.id = ${shipmentId} and s.state not in ('PLANNED', 'CANCELLED')`.execute(work.sql);
  return rows[0];
}
