-- What PostGraphile's manual has one write for a page: functions over a row, which it offers as fields of its type.

-- What comes of a line's item to its site from its supplier.
create or replace function vmi_line_status_supplies(line vmi_line_status) returns json language sql stable as $$
  select coalesce(json_agg(json_build_object('on', x.expected_on, 'quantity', x.quantity)), '[]') from (
    select coalesce(s.confirmed_on, s.requested_on) as expected_on, (s.open_quantity - s.in_transit_quantity) * s.numerator / s.denominator as quantity
    from purchasing_schedule_line s join purchasing_order_line l on l.id = s.order_line_id
    where s.supplier_id = line.supplier_id and s.item_id = line.item_id and s.site_id = line.site_id and s.state = 'OPEN' and s.is_issued
      and s.open_quantity > s.in_transit_quantity and l.is_consignment = (line.owner_id = line.supplier_id)
    union all
    select a.expected_on, (n.quantity - n.received_quantity) * n.numerator / n.denominator
    from purchasing_notice_line n join purchasing_notice a on a.id = n.notice_id join purchasing_order_line l on l.id = n.order_line_id
    where n.supplier_id = line.supplier_id and n.item_id = line.item_id and a.site_id = line.site_id
      and a.state in ('SUBMITTED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVING') and n.quantity > n.received_quantity
      and l.is_consignment = (line.owner_id = line.supplier_id)) x
$$;

-- What an item costs whoever asks, today.
create or replace function catalog_item_price(item catalog_item) returns json language sql stable as $$
  select to_json(p) from promising_price(item.id, item.unit_code, item.category_id, item.list_price, item.currency, app_org(),
    (now() at time zone 'UTC')::date, 1) p
$$;

-- The acts, each with the events, the audit entry and the idempotency key that the product writes.
create or replace function peer_place_order(order_id uuid, expected_version int, idempotency_key text) returns sales_order language plpgsql volatile as $$
#variable_conflict use_column
declare
  o sales_order;
  today date;
  events jsonb;
begin
  insert into platform_idempotency_key (actor_id, key, act, request_hash, answer)
  values (app_person(), idempotency_key, 'orderSubmit', encode(sha256((order_id::text || expected_version)::bytea), 'base64'), jsonb_build_object('order', order_id));
  select x.* into o from sales_order x where x.id = order_id and x.version = expected_version and x.state = 'DRAFT' and x.customer_id = app_org() for update;
  if not found then raise 'no such draft'; end if;
  select (now() at time zone s.time_zone)::date into today from catalog_site s where s.id = o.site_id;
  if o.total > coalesce((select b.order_limit from sales_buyer_limit b where b.customer_id = o.customer_id and (b.person_id = app_person() or b.person_id is null)
                         order by b.person_id nulls last limit 1), 'infinity') then
    raise 'above the limit of the buyer';
  end if;
  if not exists (select from sales_order_line l where l.order_id = o.id) or exists (
    select from sales_order_line l join catalog_item i on i.id = l.item_id
    left join lateral promising_price(i.id, l.unit_code, i.category_id, i.list_price, i.currency, o.customer_id, today, l.ordered_quantity) p on true
    where l.order_id = o.id and l.price_explanation->>'source' <> 'MANUAL' and (p.unit_price, p.discount) is distinct from (l.unit_price, l.discount)) then
    raise 'prices have changed';
  end if;
  update sales_order x set state = 'SUBMITTED', version = x.version + 1, submitted_at = now(), placed_by_person_id = app_person(), is_shared = true,
    ordered_on = today, exchange_rate = promising_rate(x.currency, today), close_reason = ''
  where x.id = o.id returning x.* into o;
  select jsonb_build_array(
    jsonb_build_object('id', gen_random_uuid(), 'name', 'sales.order.submitted', 'subjectType', 'SalesOrder', 'subjectId', o.id, 'customerId', o.customer_id,
      'topic', 'SALES_ORDER', 'payload', jsonb_build_object('number', o.number), 'hasListener', true),
    jsonb_build_object('id', gen_random_uuid(), 'name', 'sales.line.changed', 'subjectType', 'SalesOrder', 'subjectId', o.id, 'customerId', o.customer_id,
      'topic', 'SALES_ORDER', 'payload', jsonb_build_object('orderId', o.id, 'lineIds', jsonb_agg(n.id), 'itemIds', jsonb_agg(distinct n.item_id),
        'siteIds', jsonb_agg(distinct n.site_id)), 'hasListener', true))
  into events from sales_order_line n where n.order_id = o.id;
  perform app_seal(events, jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'act', 'orderSubmit', 'subjectType', 'SalesOrder', 'subjectId', o.id,
    'remoteAddress', '127.0.0.1', 'changes', jsonb_build_array(jsonb_build_object('type', 'SalesOrder', 'id', o.id, 'kind', 'updated',
      'before', jsonb_build_object('state', 'DRAFT'), 'after', jsonb_build_object('state', o.state, 'submittedAt', o.submitted_at))))), app_audience());
  return o;
end $$;

create or replace function peer_record_movement(item_id uuid, from_id uuid, to_id uuid, amount numeric, idempotency_key text) returns uuid language plpgsql volatile as $$
declare
  move uuid := gen_random_uuid();
  answer jsonb;
begin
  insert into platform_idempotency_key (actor_id, key, act, request_hash, answer)
  values (app_person(), idempotency_key, 'stockTransfer', encode(sha256((item_id::text || from_id || to_id || amount)::bytea), 'base64'), jsonb_build_object('move', move));
  if (select count(*) from catalog_location l where l.id in (from_id, to_id) and l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')) <> 2 then
    raise 'no place for stock';
  end if;
  answer := inventory_post_moves(jsonb_build_array(jsonb_build_object('id', move, 'item_id', item_id, 'from_location_id', from_id, 'to_location_id', to_id,
    'from_owner_id', app_org(), 'to_owner_id', app_org(), 'from_status', 'UNRESTRICTED', 'to_status', 'UNRESTRICTED', 'lot', '', 'quantity', amount,
    'reason', 'TRANSFER', 'note', '', 'moved_at', now())), app_person(), now());
  if answer ? 'shortage' then raise 'too little stock'; end if;
  perform app_seal((
    select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'name', 'inventory.stock.moved', 'subjectType', 'StockMove', 'subjectId', move, 'topic', 'STOCK',
      'supplierId', s.id, 'payload', jsonb_build_object('itemIds', jsonb_build_array(item_id), 'siteIds', answer->'sites'), 'hasListener', true))
    from (select null as id union all select jsonb_array_elements_text(answer->'suppliers')) s),
    jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'act', 'stockTransfer', 'changes', '[]'::jsonb, 'remoteAddress', '127.0.0.1')), app_audience());
  return move;
end $$;

create or replace function peer_answer_proposal(proposal_id uuid, expected_version int, offered numeric, idempotency_key text) returns vmi_proposal language plpgsql volatile as $$
declare
  p vmi_proposal;
  terms record;
begin
  insert into platform_idempotency_key (actor_id, key, act, request_hash, answer)
  values (app_person(), idempotency_key, 'proposalAnswer', encode(sha256((proposal_id::text || expected_version || offered)::bytea), 'base64'),
          jsonb_build_object('proposal', proposal_id));
  select x.* into p from vmi_proposal x where x.id = proposal_id and x.version = expected_version and x.state = 'OPEN' and x.supplier_id = app_org() for update;
  if not found then raise 'no such proposal'; end if;
  select v.quantity_tolerance, (now() at time zone o.time_zone)::date as today into terms
  from vmi_agreement a join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no and v.state = 'ACCEPTED'
  join catalog_site o on o.id = p.site_id where a.id = p.agreement_id and a.state = 'ACTIVE';
  if not found or offered <= 0 or p.deliver_on < terms.today or abs(offered - p.quantity) <= p.quantity * terms.quantity_tolerance then
    raise 'not to be countered';
  end if;
  update vmi_proposal x set state = 'COUNTERED', version = x.version + 1, answer_reason = '', substitute_item_id = null, answered_at = now(),
    answer_parts = jsonb_build_array(jsonb_build_object('quantity', trim_scale(offered)::text, 'deliverOn', x.deliver_on))
  where x.id = p.id returning x.* into p;
  insert into vmi_proposal_answer (id, supplier_id, proposal_id, proposal_version, answered_by, answered_by_person_id, answered_at, decision, parts, is_within_tolerance, reason)
  values (gen_random_uuid(), p.supplier_id, p.id, expected_version, 'SUPPLIER', app_person(), now(), 'ACCEPT_WITH_CHANGES', p.answer_parts, false, '');
  perform app_seal(jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'name', 'vmi.proposal.countered', 'subjectType', 'VmiProposal', 'subjectId', p.id,
      'supplierId', p.supplier_id, 'topic', 'PROPOSAL', 'payload', jsonb_build_object('lineIds', jsonb_build_array(p.line_id)), 'hasListener', true)),
    jsonb_build_array(jsonb_build_object('id', gen_random_uuid(), 'act', 'proposalAnswer', 'subjectType', 'Proposal', 'subjectId', p.id, 'remoteAddress', '127.0.0.1',
      'changes', jsonb_build_array(jsonb_build_object('type', 'Proposal', 'id', p.id, 'kind', 'updated', 'before', jsonb_build_object('state', 'OPEN'),
        'after', jsonb_build_object('state', p.state, 'answerParts', p.answer_parts, 'answeredAt', p.answered_at))))), app_audience());
  return p;
end $$;
