-- The ledger of stock: every change is a move between two locations, so nothing appears or vanishes.

-- Whose stock a supplier may look at: his items, at that site, of that owner. Agreements open and close it.
create table inventory_stock_share (
  supplier_id uuid not null references identity_organisation (id),
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  owner_id uuid not null references identity_organisation (id),
  primary key (supplier_id, item_id, site_id, owner_id)
);
call app_guard('inventory_stock_share', 'supplier_id = (select app_org())', 'false');

create table inventory_stock_move (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  from_location_id uuid not null references catalog_location (id),
  to_location_id uuid not null references catalog_location (id),
  -- Ownership and status before and after: equal unless the move changes them.
  from_owner_id uuid not null references identity_organisation (id),
  to_owner_id uuid not null references identity_organisation (id),
  from_status text not null,
  to_status text not null,
  lot text not null default '',
  quantity numeric(18, 6) not null,
  reason text not null,
  note text not null default '',
  document_type text,
  document_id uuid,
  -- When it happened and when it was written down; a late entry differs.
  moved_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by_person_id uuid,
  reverses_move_id uuid references inventory_stock_move (id),
  constraint inventory_stock_move_quantity_check check (quantity > 0),
  constraint inventory_stock_move_status_check check (from_status in ('UNRESTRICTED', 'QUALITY', 'BLOCKED') and to_status in ('UNRESTRICTED', 'QUALITY', 'BLOCKED')),
  constraint inventory_stock_move_reason_check check (reason in ('OPENING', 'RECEIPT', 'ISSUE', 'TRANSFER', 'ADJUSTMENT', 'COUNT', 'SCRAP', 'RETURN', 'PRODUCTION', 'CONSUMPTION', 'OWNERSHIP', 'STATUS', 'REVERSAL')),
  constraint inventory_stock_move_goes_somewhere check (from_location_id <> to_location_id or from_owner_id <> to_owner_id or from_status <> to_status),
  constraint inventory_stock_move_reversed_once unique (reverses_move_id)
);
create index inventory_stock_move_item on inventory_stock_move (item_id, recorded_at desc, id desc);
create index inventory_stock_move_recorded on inventory_stock_move (recorded_at desc, id desc);
create index inventory_stock_move_document on inventory_stock_move (document_type, document_id);
call app_guard('inventory_stock_move');
revoke update, delete, truncate on inventory_stock_move from corridor_api;

-- What is physically at one location: a running total of the ledger, changed only together with it.
create table inventory_stock_balance (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  location_id uuid not null references catalog_location (id),
  owner_id uuid not null references identity_organisation (id),
  status text not null,
  lot text not null default '',
  on_hand numeric(18, 6) not null,
  reserved numeric(18, 6) not null default 0,
  -- Since when something has lain here without a break, for ageing; a transfer takes the age along.
  aged_since timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint inventory_stock_balance_unique unique (item_id, location_id, owner_id, status, lot),
  constraint inventory_stock_balance_not_negative check (on_hand >= 0),
  constraint inventory_stock_balance_reserved_check check (reserved >= 0 and reserved <= on_hand)
);
create index inventory_stock_balance_site on inventory_stock_balance (item_id, site_id);
create index inventory_stock_balance_aged on inventory_stock_balance (aged_since, id);
create index inventory_stock_balance_owner on inventory_stock_balance (owner_id, item_id);
call app_guard('inventory_stock_balance',
  $$ owner_id = (select app_org()) or exists (select from inventory_stock_share s where s.supplier_id = (select app_org())
       and s.item_id = inventory_stock_balance.item_id and s.site_id = inventory_stock_balance.site_id and s.owner_id = inventory_stock_balance.owner_id) $$, 'false');

create table inventory_reservation (
  id uuid primary key,
  balance_id uuid not null references inventory_stock_balance (id),
  quantity numeric(18, 6) not null,
  document_type text not null,
  document_id uuid not null,
  state text not null default 'OPEN',
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint inventory_reservation_quantity_check check (quantity > 0),
  constraint inventory_reservation_state_check check (state in ('OPEN', 'FULFILLED', 'RELEASED'))
);
create index inventory_reservation_document on inventory_reservation (document_type, document_id);
create index inventory_reservation_balance on inventory_reservation (balance_id) where state = 'OPEN';
call app_guard('inventory_reservation');

create table inventory_count (
  id uuid primary key,
  number text not null,
  site_id uuid not null references catalog_site (id),
  state text not null default 'OPEN',
  note text not null default '',
  opened_at timestamptz not null default now(),
  posted_at timestamptz,
  version integer not null default 1,
  constraint inventory_count_number_unique unique (number),
  constraint inventory_count_state_check check (state in ('OPEN', 'POSTED', 'CANCELLED'))
);
call app_guard('inventory_count');

create table inventory_count_line (
  id uuid primary key,
  count_id uuid not null references inventory_count (id),
  item_id uuid not null references catalog_item (id),
  location_id uuid not null references catalog_location (id),
  owner_id uuid not null references identity_organisation (id),
  status text not null default 'UNRESTRICTED',
  lot text not null default '',
  -- What the ledger said when it was counted; a move in between is not a difference.
  expected numeric(18, 6) not null,
  counted numeric(18, 6),
  move_id uuid references inventory_stock_move (id),
  constraint inventory_count_line_unique unique (count_id, item_id, location_id, owner_id, status, lot),
  constraint inventory_count_line_counted_check check (counted is null or counted >= 0)
);
call app_guard('inventory_count_line');
create sequence inventory_count_number;

-- Consumption per item, site and day (issues to production and customers), kept with the ledger: average usage.
create table inventory_daily_usage (
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  day date not null,
  quantity numeric(18, 6) not null,
  primary key (item_id, site_id, day)
);
call app_guard('inventory_daily_usage',
  $$ exists (select from inventory_stock_share s where s.supplier_id = (select app_org())
       and s.item_id = inventory_daily_usage.item_id and s.site_id = inventory_daily_usage.site_id) $$, 'false');


-- Stock as people read it: per item and site, over what the reader may see. The condition on the party stands here, so
-- that the sums are right even where row security does not apply. Summed item by item, so that a page of a list that goes
-- by the number of the item sums the stock of that page alone.
create view inventory_item_stock with (security_invoker = true) as
-- A key of its own making: UUID version 8, as the ids that clients hold must be ones.
select overlay(overlay(md5(i.id::text || s.site_id::text) placing '8' from 13) placing '8' from 17)::uuid as id, i.id as item_id, i.sku as item_sku, s.*
from catalog_item i cross join lateral (
  select b.site_id, sum(b.on_hand) as on_hand, sum(b.reserved) as reserved,
         coalesce(sum(b.on_hand - b.reserved) filter (where b.status = 'UNRESTRICTED'), 0) as available,
         coalesce(sum(b.on_hand) filter (where b.status = 'QUALITY'), 0) as quality,
         coalesce(sum(b.on_hand) filter (where b.status = 'BLOCKED'), 0) as blocked,
         coalesce(sum(b.on_hand) filter (where o.is_company), 0) as owned
  from inventory_stock_balance b join identity_organisation o on o.id = b.owner_id
  where b.item_id = i.id and ((select app_is_company()) or b.owner_id = (select app_org())
     or exists (select from inventory_stock_share h where h.supplier_id = (select app_org())
                and h.item_id = b.item_id and h.site_id = b.site_id and h.owner_id = b.owner_id))
  group by b.site_id) s;

-- Posts moves together: nets them per place, locks the balances in the order of their keys (missing ones are made
-- first, in the same order), then writes balances, moves and daily usage. Answers { sites, suppliers }, or { shortage }
-- when a place holds less than is taken; the caller then ends the transaction. Plans are kept and go by index, whatever
-- the tables held when a connection first posted.
create function inventory_post_moves(moves jsonb, person uuid, now_at timestamptz) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  deltas inventory_stock_balance[];
  written uuid[];
begin
  -- One row per place whose stock changes: `on_hand` carries the change.
  with move as (
    select * from jsonb_to_recordset(moves) as m(item_id uuid, from_location_id uuid, to_location_id uuid,
      from_owner_id uuid, to_owner_id uuid, from_status text, to_status text, lot text, quantity numeric(18, 6), moved_at timestamptz)
  ), side as (
    select item_id, to_location_id as location_id, to_owner_id as owner_id, to_status as status, lot, quantity as change,
           from_location_id as source_id, from_owner_id as source_owner_id, from_status as source_status, moved_at from move
    union all
    select item_id, from_location_id, from_owner_id, from_status, lot, -quantity, null, null, null, null from move
  ), aged as (
    select side.*, case when source.owner_id = side.owner_id and source.on_hand > 0
                        then least(source.aged_since, side.moved_at) else side.moved_at end as since
    from side left join inventory_stock_balance source on source.item_id = side.item_id and source.location_id = side.source_id
      and source.owner_id = side.source_owner_id and source.status = side.source_status and source.lot = side.lot
  )
  select array_agg(row(gen_random_uuid(), item_id, site_id, location_id, owner_id, status, lot, change, 0, since, now_at)::inventory_stock_balance
                   order by item_id, location_id, owner_id, status, lot)
  into deltas
  from (select a.item_id, l.site_id, a.location_id, a.owner_id, a.status, a.lot, sum(a.change) as change, coalesce(min(a.since), now_at) as since
        from aged a join catalog_location l on l.id = a.location_id and l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')
        group by a.item_id, l.site_id, a.location_id, a.owner_id, a.status, a.lot having sum(a.change) <> 0) as net;

  insert into inventory_stock_balance (id, item_id, site_id, location_id, owner_id, status, lot, on_hand, aged_since, updated_at)
  select d.id, d.item_id, d.site_id, d.location_id, d.owner_id, d.status, d.lot, 0, d.aged_since, now_at
  from unnest(deltas) d where d.on_hand > 0
  order by d.item_id, d.location_id, d.owner_id, d.status, d.lot
  on conflict do nothing;

  perform from inventory_stock_balance b join unnest(deltas) d using (item_id, location_id, owner_id, status, lot)
  order by b.item_id, b.location_id, b.owner_id, b.status, b.lot for update of b;

  with done as (
    update inventory_stock_balance b
    set on_hand = b.on_hand + d.on_hand, updated_at = now_at,
        aged_since = case when d.on_hand < 0 then b.aged_since when b.on_hand = 0 then d.aged_since else least(b.aged_since, d.aged_since) end
    from unnest(deltas) d
    where b.item_id = d.item_id and b.location_id = d.location_id and b.owner_id = d.owner_id and b.status = d.status and b.lot = d.lot
      and (d.on_hand > 0 or b.on_hand - b.reserved + d.on_hand >= 0)
    returning d.id)
  select array_agg(id) into written from done;
  if cardinality(written) is distinct from cardinality(deltas) then
    return jsonb_build_object('shortage', inventory_shortage(deltas, coalesce(written, '{}')));
  end if;

  insert into inventory_stock_move (id, item_id, from_location_id, to_location_id, from_owner_id, to_owner_id, from_status, to_status,
                                    lot, quantity, reason, note, document_type, document_id, moved_at, recorded_at, recorded_by_person_id, reverses_move_id)
  select m.id, m.item_id, m.from_location_id, m.to_location_id, m.from_owner_id, m.to_owner_id, m.from_status, m.to_status,
         m.lot, m.quantity, m.reason, m.note, m.document_type, m.document_id, m.moved_at, now_at, person, m.reverses_move_id
  from jsonb_to_recordset(moves) as m(id uuid, item_id uuid, from_location_id uuid, to_location_id uuid, from_owner_id uuid, to_owner_id uuid,
    from_status text, to_status text, lot text, quantity numeric(18, 6), reason text, note text, document_type text, document_id uuid,
    moved_at timestamptz, reverses_move_id uuid);

  if moves @? '$[*].reason ? (@ == "CONSUMPTION" || @ == "ISSUE" || @ == "PRODUCTION" || @ == "REVERSAL")' then
    perform inventory_count_usage(moves);
  end if;

  return jsonb_build_object(
    'sites', (select coalesce(jsonb_agg(distinct d.site_id), '[]') from unnest(deltas) d),
    'suppliers', (select coalesce(jsonb_agg(distinct h.supplier_id), '[]') from unnest(deltas) d
                  join inventory_stock_share h on h.item_id = d.item_id and h.site_id = d.site_id and h.owner_id = d.owner_id));
end $$;

-- The first place that holds less than is taken from it: the first of the changes that could not be written.
create function inventory_shortage(deltas inventory_stock_balance[], written uuid[]) returns jsonb language sql stable as $$
  select jsonb_build_object('itemId', d.item_id, 'available', trim_scale(coalesce(b.on_hand - b.reserved, 0))::text,
                            'asked', trim_scale(-d.on_hand)::text, 'unit', coalesce(i.unit_code, ''))
  from unnest(deltas) d
  left join inventory_stock_balance b using (item_id, location_id, owner_id, status, lot)
  left join catalog_item i on i.id = d.item_id
  where d.id <> all (written)
  order by d.item_id, d.location_id limit 1
$$;

-- Adds what production and customers take to the usage of the day; a reversal takes it back from the day on which it
-- was counted.
create function inventory_count_usage(moves jsonb) returns void
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
begin
  insert into inventory_daily_usage as u (item_id, site_id, day, quantity)
  select used.item_id, f.site_id, (used.moved_at at time zone s.time_zone)::date, sum(used.change)
  from (
    select item_id, from_location_id, to_location_id, reason, moved_at, quantity as change
    from jsonb_to_recordset(moves) as m(item_id uuid, from_location_id uuid, to_location_id uuid, reason text, moved_at timestamptz, quantity numeric(18, 6))
    union all
    select o.item_id, o.from_location_id, o.to_location_id, o.reason, o.moved_at, -o.quantity
    from jsonb_to_recordset(moves) as m(reverses_move_id uuid) join inventory_stock_move o on o.id = m.reverses_move_id
  ) as used
  join catalog_location f on f.id = used.from_location_id and f.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')
  join catalog_location t on t.id = used.to_location_id and t.kind in ('PRODUCTION', 'CUSTOMER')
  join catalog_site s on s.id = f.site_id
  where used.reason in ('CONSUMPTION', 'ISSUE', 'PRODUCTION')
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (item_id, site_id, day) do update set quantity = u.quantity + excluded.quantity;
end $$;

-- Sets stock aside: locks the balances in the order of their keys, answers the first shortage or null.
create function inventory_reserve(wanted jsonb, now_at timestamptz) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  held inventory_stock_balance[];
  shortage jsonb;
begin
  select array_agg(locked) into held from (
    select b.* from inventory_stock_balance b
    where (b.item_id, b.location_id, b.owner_id, b.status, b.lot) in (
      select w."itemId", w."locationId", w."ownerId", w.status, w.lot
      from jsonb_to_recordset(wanted) as w("itemId" uuid, "locationId" uuid, "ownerId" uuid, status text, lot text))
    order by b.item_id, b.location_id, b.owner_id, b.status, b.lot for update of b) as locked;

  select jsonb_build_object('item_id', w.item_id, 'available', trim_scale(coalesce(b.on_hand - b.reserved, 0))::text,
                            'asked', trim_scale(w.quantity)::text, 'unit', i.unit_code)
  into shortage
  from (select q."itemId" as item_id, q."locationId" as location_id, q."ownerId" as owner_id, q.status, q.lot, sum(q.quantity) as quantity
        from jsonb_to_recordset(wanted) as q("itemId" uuid, "locationId" uuid, "ownerId" uuid, status text, lot text, quantity numeric(18, 6))
        group by 1, 2, 3, 4, 5) as w
  left join unnest(held) b using (item_id, location_id, owner_id, status, lot)
  join catalog_item i on i.id = w.item_id
  where coalesce(b.on_hand - b.reserved, 0) < w.quantity
  order by w.item_id limit 1;
  if shortage is not null then
    return shortage;
  end if;

  with made as (
    insert into inventory_reservation (id, balance_id, quantity, document_type, document_id, created_at)
    select w.id, b.id, w.quantity, w."documentType", w."documentId", now_at
    from jsonb_to_recordset(wanted) as w(id uuid, "itemId" uuid, "locationId" uuid, "ownerId" uuid, status text, lot text,
                                         quantity numeric(18, 6), "documentType" text, "documentId" uuid)
    join unnest(held) b on (b.item_id, b.location_id, b.owner_id, b.status, b.lot) = (w."itemId", w."locationId", w."ownerId", w.status, w.lot)
    returning balance_id, quantity)
  update inventory_stock_balance b set reserved = b.reserved + m.quantity, updated_at = now_at
  from (select balance_id, sum(quantity) as quantity from made group by 1) as m where b.id = m.balance_id;
  return null;
end $$;

-- Ends the open reservations of documents; what was reserved is free again. Answers where and how much it was.
create function inventory_close_reservations(of_type text, of_documents uuid[], into_state text, now_at timestamptz) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  held jsonb;
begin
  perform from inventory_stock_balance b
  where b.id in (select r.balance_id from inventory_reservation r
                 where r.document_type = of_type and r.document_id = any(of_documents) and r.state = 'OPEN')
  order by b.item_id, b.location_id, b.owner_id, b.status, b.lot for update of b;

  with closed as (
    update inventory_reservation r set state = into_state, closed_at = now_at
    where r.document_type = of_type and r.document_id = any(of_documents) and r.state = 'OPEN'
    returning r.id, r.balance_id, r.document_id, r.quantity),
  freed as (
    update inventory_stock_balance b set reserved = b.reserved - c.quantity, updated_at = now_at
    from (select balance_id, sum(quantity) as quantity from closed group by 1) as c where b.id = c.balance_id)
  select jsonb_agg(jsonb_build_object('documentId', c.document_id, 'itemId', b.item_id, 'locationId', b.location_id,
           'ownerId', b.owner_id, 'status', b.status, 'lot', b.lot, 'quantity', trim_scale(c.quantity)::text)
           order by b.aged_since, c.id)
  into held from closed c join inventory_stock_balance b on b.id = c.balance_id;
  return coalesce(held, '[]');
end $$;

-- Locks what is free of these items at these sites, in the order of the keys, and answers it, the oldest first.
create function inventory_hold_free_stock(wanted jsonb, owner uuid) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  held inventory_stock_balance[];
begin
  select array_agg(locked) into held from (
    select b.* from inventory_stock_balance b
    where (b.item_id, b.site_id) in (select w."itemId", w."siteId" from jsonb_to_recordset(wanted) as w("itemId" uuid, "siteId" uuid))
      and b.owner_id = owner and b.status = 'UNRESTRICTED' and b.on_hand > b.reserved
      and b.location_id in (select l.id from catalog_location l where l.kind in ('STORAGE', 'RECEIVING'))
    order by b.item_id, b.location_id, b.owner_id, b.status, b.lot for update of b) as locked;
  return (select coalesce(jsonb_agg(jsonb_build_object('itemId', b.item_id, 'siteId', b.site_id, 'locationId', b.location_id,
            'ownerId', b.owner_id, 'lot', b.lot, 'free', trim_scale(b.on_hand - b.reserved)::text) order by b.aged_since, b.id), '[]')
          from unnest(held) b where b.on_hand > b.reserved);
end $$;
