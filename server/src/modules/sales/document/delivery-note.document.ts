import { sql } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Fact, Paper } from '../../../platform/print/paper.ts';
import { dayText, numberText } from '../../../platform/print/texts.ts';
import { wordsOf } from './document.words.ts';
import { itemName, letterhead } from './parties.reads.ts';
import { itemText, type PricedLine } from './priced-lines.ts';

interface ShipmentRow {
  readonly customerId: string;
  readonly number: string;
  readonly shipTo: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly parcels: number;
  readonly sentOn: string | null;
  readonly expectedOn: string | null;
  readonly receivedBy: string;
  readonly lines: (Pick<PricedLine, 'no' | 'sku' | 'name' | 'quantity' | 'unit'> & {
    readonly order: string;
    readonly reference: string;
  })[];
}

/** What lies in a shipment, without a price; null for no shipment of the reader's. */
export async function deliveryNote(work: Work, shipmentId: string, language: Locale): Promise<Paper | null> {
  const shipment = await shipmentOf(work, shipmentId, language);
  if (!shipment) return null;
  const say = wordsOf(language);
  const place = { shipTo: shipment.shipTo };
  const { customerNumber, ...head } = await letterhead(work, shipment.customerId, language, place);
  const known: Fact[] = [
    [say('customer'), customerNumber],
    [say('sentOn'), dayText(shipment.sentOn, language)],
    [say('expectedOn'), dayText(shipment.expectedOn, language)],
    [say('carrier'), shipment.carrier],
    [say('tracking'), shipment.tracking],
    [say('parcels'), String(shipment.parcels)],
    [say('receivedBy'), shipment.receivedBy],
  ];
  return {
    ...head,
    title: say('delivery'),
    number: shipment.number,
    facts: known.filter(([, text]) => text !== ''),
    tables: [
      {
        columns: [
          { title: say('no'), isNumber: true },
          { title: say('item'), width: '*' },
          { title: say('orderNumber') },
          { title: say('quantity'), isNumber: true },
        ],
        rows: shipment.lines.map((line) => [
          String(line.no),
          itemText(line),
          { text: line.order, below: line.reference },
          `${numberText(line.quantity, language)} ${line.unit}`,
        ]),
        empty: say('noLines'),
      },
    ],
    sums: [],
    notes: [],
  };
}

async function shipmentOf(work: Work, shipmentId: string, language: Locale): Promise<ShipmentRow | undefined> {
  const { rows } = await sql<ShipmentRow>`
    select s.customer_id as "customerId", s.number, s.ship_to as "shipTo", s.carrier, s.tracking, s.parcels, s.expected_on::text as "expectedOn",
      (s.dispatched_at at time zone place.time_zone)::date::text as "sentOn", s.received_by as "receivedBy",
      (select coalesce(json_agg(json_build_object('no', p.line_no, 'sku', coalesce(i.sku, ''), 'name', coalesce(${itemName(language)}, l.description),
         'quantity', round(p.quantity * l.denominator / l.numerator, 6)::text, 'unit', l.unit_code, 'order', o.number,
         'reference', o.customer_reference) order by p.line_no), '[]')
       from sales_shipment_line p join sales_order_line l on l.id = p.order_line_id join sales_order o on o.id = p.order_id
       left join catalog_item i on i.id = p.item_id
       where p.shipment_id = s.id) as lines
    from sales_shipment s join catalog_site place on place.id = s.site_id
    where s.id = ${shipmentId} and (${work.actor.audience} <> 'CUSTOMER' or s.customer_id = (select app_org()))`.execute(
    work.sql,
  );
  return rows[0];
}
