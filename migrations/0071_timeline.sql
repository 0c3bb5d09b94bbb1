-- Everything that happened between us and one party, in one order: what was said, asked, ordered, sent and paid. Row
-- security is that of the tables below it.
create view service_timeline with (security_invoker = true) as
  select i.id, i.organisation_id, 'CONTACT' as kind, i.occurred_at as happened_at, i.subject_type, i.subject_id, '' as number,
    coalesce(nullif(i.summary, ''), left(i.body, 200)) as text, i.channel as state, i.author_name as by_name, i.direction = 'INBOUND' as is_theirs
  from interactions_interaction i where i.audience <> 'STAFF'
  union all
  select t.id, t.organisation_id, 'TICKET', t.created_at, 'Ticket', t.id, t.number, t.subject, t.category, t.opened_by_name, true
  from service_ticket t where t.audience <> 'STAFF'
  union all
  select o.id, o.customer_id, 'SALES_ORDER', o.created_at, 'SalesOrder', o.id, o.number, '', o.state, '', true
  from sales_order o where o.state <> 'DRAFT'
  union all
  select s.id, s.customer_id, 'SHIPMENT', s.created_at, 'Shipment', s.id, s.number, '', s.state, '', false from sales_shipment s
  union all
  select v.id, v.customer_id, 'INVOICE', v.issued_at, 'Invoice', v.id, v.number, '', v.state, '', false
  from sales_invoice v where v.issued_at is not null
  union all
  select r.id, r.customer_id, 'RETURN', r.requested_at, 'CustomerReturn', r.id, r.number, '', r.state, '', true from sales_return r
  union all
  select p.id, p.customer_id, 'PAYMENT', p.recorded_at, 'Payment', p.id, p.number, '', 'RECORDED', '', true from sales_payment p
  union all
  select o.id, o.supplier_id, 'PURCHASE_ORDER', o.issued_at, 'PurchaseOrder', o.id, o.number, '', o.state, '', false
  from purchasing_order o where o.issued_at is not null
  union all
  select n.id, n.supplier_id, 'SHIPMENT_NOTICE', n.submitted_at, 'ShipmentNotice', n.id, n.number, '', n.state, '', true
  from purchasing_notice n where n.submitted_at is not null
  union all
  select g.id, g.supplier_id, 'RECEIPT', g.received_at, 'Receipt', g.id, g.number, '', g.state, '', false from purchasing_receipt g;
