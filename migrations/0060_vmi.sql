-- Stock that suppliers keep for us: what is agreed, how each line stands, what is proposed, answered and promised.
--
-- Quantities are in the item's stock unit unless the column says otherwise. A party's tables begin with the supplier.

create sequence vmi_agreement_number;
create table vmi_agreement (
  id uuid primary key,
  number text not null default app_document_number('VMI', nextval('vmi_agreement_number')),
  supplier_id uuid not null references identity_organisation (id),
  site_id uuid not null references catalog_site (id),
  -- Whose property the stock is: the company's, or the supplier's where it is kept in consignment.
  owner_id uuid not null references identity_organisation (id),
  state text not null default 'DRAFT',
  drafted_by text not null default 'COMPANY',
  -- It was proposed once: the other side has seen it.
  is_shown boolean not null default false,
  -- The terms in force; none before the first acceptance.
  current_version_no integer,
  valid_from date not null,
  valid_to date,
  -- Planned shipments are added to this order of purchasing.
  standing_order_id uuid references purchasing_order (id),
  ended_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint vmi_agreement_number_unique unique (number),
  constraint vmi_agreement_state_check check (state in ('DRAFT', 'PROPOSED', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'TERMINATED')),
  constraint vmi_agreement_drafted_by_check check (drafted_by in ('COMPANY', 'SUPPLIER')),
  constraint vmi_agreement_validity_check check (valid_to is null or valid_to >= valid_from),
  constraint vmi_agreement_active_has_terms check (state not in ('ACTIVE', 'SUSPENDED') or current_version_no is not null)
);
create index vmi_agreement_supplier on vmi_agreement (supplier_id, created_at desc, id desc);
create index vmi_agreement_created on vmi_agreement (created_at desc, id desc);
create index vmi_agreement_site on vmi_agreement (site_id);
create index vmi_agreement_ending on vmi_agreement (valid_to) where state in ('ACTIVE', 'SUSPENDED') and valid_to is not null;
-- A draft is the paper of whoever wrote it.
call app_guard('vmi_agreement', $$ supplier_id = (select app_org()) and (is_shown or drafted_by = 'SUPPLIER') $$);

create table vmi_agreement_version (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  agreement_id uuid not null references vmi_agreement (id),
  version_no integer not null,
  state text not null default 'DRAFT',
  variant text not null default 'REPLENISHMENT_ORDER',
  limits_owner text not null default 'COMPANY',
  rounding_policy text not null default 'UP',
  -- NEAREST: the part of a pack that is dropped.
  rounding_tolerance numeric(9, 6) not null default 0.5,
  -- An answer this close to the proposal applies by itself; a fraction, 0.05 is five per cent.
  quantity_tolerance numeric(9, 6) not null default 0,
  date_tolerance_days integer not null default 0,
  answer_within_hours integer not null default 48,
  usage_window_days integer not null default 30,
  horizon_days integer not null default 90,
  -- Figures older than this stop the engine; null where the stock ledger is our own.
  max_feed_age_hours integer,
  -- Proposals wait for the planner before the supplier sees them.
  is_reviewed_first boolean not null default false,
  is_consignment boolean not null default false,
  ageing_days integer,
  shares_demand boolean not null default true,
  below_minimum_bearer text not null default 'SUPPLIER',
  above_maximum_bearer text not null default 'SUPPLIER',
  liability_note text not null default '',
  proposed_by text not null,
  proposed_by_person_id uuid,
  proposed_at timestamptz,
  decided_by_person_id uuid,
  decided_at timestamptz,
  decision_note text not null default '',
  created_at timestamptz not null default now(),
  constraint vmi_agreement_version_unique unique (agreement_id, version_no),
  constraint vmi_agreement_version_state_check check (state in ('DRAFT', 'PROPOSED', 'ACCEPTED', 'REFUSED', 'SUPERSEDED')),
  constraint vmi_agreement_version_variant_check check (variant in ('PLANNED_SHIPMENT', 'REPLENISHMENT_ORDER')),
  constraint vmi_agreement_version_side_check check (limits_owner in ('COMPANY', 'SUPPLIER') and proposed_by in ('COMPANY', 'SUPPLIER')),
  constraint vmi_agreement_version_bearer_check check (below_minimum_bearer in ('COMPANY', 'SUPPLIER', 'NOBODY') and above_maximum_bearer in ('COMPANY', 'SUPPLIER', 'NOBODY')),
  constraint vmi_agreement_version_rounding_check check (rounding_policy in ('UP', 'DOWN_TO_MAX', 'NEAREST') and rounding_tolerance between 0 and 1),
  constraint vmi_agreement_version_tolerance_check check (quantity_tolerance between 0 and 1 and date_tolerance_days between 0 and 365),
  constraint vmi_agreement_version_time_check check (answer_within_hours between 1 and 8760 and usage_window_days between 1 and 366
    and horizon_days between 1 and 366 and (max_feed_age_hours is null or max_feed_age_hours > 0) and (ageing_days is null or ageing_days > 0))
);
create index vmi_agreement_version_supplier on vmi_agreement_version (supplier_id, agreement_id);
-- One amendment at a time waits for the other side.
create unique index vmi_agreement_version_one_waiting on vmi_agreement_version (agreement_id) where state in ('DRAFT', 'PROPOSED');
call app_guard('vmi_agreement_version', $$ supplier_id = (select app_org()) and (state <> 'DRAFT' or proposed_by = 'SUPPLIER') $$);

-- Terms that were proposed are what both sides read: only whether they hold may still change.
create function vmi_keep_terms() returns trigger language plpgsql as $$
declare decision text[] := array['state', 'decided_by_person_id', 'decided_at', 'decision_note'];
begin
  if old.state <> 'DRAFT' and to_jsonb(new) - decision is distinct from to_jsonb(old) - decision then
    raise exception 'proposed terms do not change' using errcode = '23514', constraint = 'vmi_agreement_version_is_kept';
  end if;
  return new;
end $$;
create trigger vmi_keep_terms before update on vmi_agreement_version for each row execute function vmi_keep_terms();

create table vmi_agreement_line (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  agreement_id uuid not null references vmi_agreement (id),
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  owner_id uuid not null references identity_organisation (id),
  -- STATIC: limits are amounts. DAYS_OF_SUPPLY: they are days of average usage.
  limits_mode text not null default 'STATIC',
  minimum numeric(18, 6),
  reorder_point numeric(18, 6),
  maximum numeric(18, 6),
  -- The supplier's part of what is needed, where several serve one item at one site.
  quota_share numeric(9, 6) not null default 1,
  -- Counts changes of the limits: a proposal was computed under one of them.
  limits_revision integer not null default 1,
  snoozed_until date,
  snooze_reason text not null default '',
  -- In force: its agreement is active or suspended.
  is_live boolean not null default false,
  -- The other side has seen it: its agreement was proposed.
  is_shown boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint vmi_agreement_line_unique unique (agreement_id, item_id),
  constraint vmi_agreement_line_mode_check check (limits_mode in ('STATIC', 'DAYS_OF_SUPPLY')),
  constraint vmi_agreement_line_limits_check check (minimum >= 0 and reorder_point >= minimum and maximum >= reorder_point and maximum >= minimum),
  constraint vmi_agreement_line_quota_check check (quota_share > 0 and quota_share <= 1)
);
create index vmi_agreement_line_item on vmi_agreement_line (item_id, site_id) where is_live;
-- One agreement at a time governs a supplier's item at a site.
create unique index vmi_agreement_line_one_live on vmi_agreement_line (supplier_id, item_id, site_id, owner_id) where is_live;
call app_guard('vmi_agreement_line', 'supplier_id = (select app_org()) and is_shown');

-- Who changed the limits of a line, when, from what to what, and why. Append-only.
create table vmi_limit_change (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  line_id uuid not null references vmi_agreement_line (id),
  revision integer not null,
  changed_by text not null,
  changed_by_person_id uuid references identity_person (id),
  changed_at timestamptz not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null default '',
  constraint vmi_limit_change_unique unique (line_id, revision),
  constraint vmi_limit_change_side_check check (changed_by in ('COMPANY', 'SUPPLIER'))
);
create index vmi_limit_change_supplier on vmi_limit_change (supplier_id, line_id);
call app_guard('vmi_limit_change', 'supplier_id = (select app_org())');
revoke update, delete, truncate on vmi_limit_change from corridor_api;

-- How every line stands, as last computed: what lists sort by and alerts follow. Derived; can always be rebuilt.
create table vmi_line_status (
  id uuid primary key references vmi_agreement_line (id) on delete cascade,
  supplier_id uuid not null references identity_organisation (id),
  agreement_id uuid not null references vmi_agreement (id),
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  owner_id uuid not null references identity_organisation (id),
  item_sku text not null,
  is_live boolean not null,
  is_shown boolean not null,
  shares_demand boolean not null default true,
  -- Unrestricted in storage; reserved is a part of it. In receiving is here and not available yet.
  on_hand numeric(18, 6) not null default 0,
  reserved numeric(18, 6) not null default 0,
  in_receiving numeric(18, 6) not null default 0,
  -- Of this supplier, in whole; other_supply is what counts of others.
  in_transit numeric(18, 6) not null default 0,
  open_order numeric(18, 6) not null default 0,
  awaiting_answer numeric(18, 6) not null default 0,
  other_supply numeric(18, 6) not null default 0,
  -- What replenishment compares with the reorder point: only supply due within the lead time counts.
  position numeric(18, 6) not null default 0,
  average_usage numeric(18, 6),
  days_of_supply numeric(18, 6),
  -- The limits in stock units: days of supply are already turned into amounts.
  minimum numeric(18, 6),
  reorder_point numeric(18, 6),
  maximum numeric(18, 6),
  -- The first day on which projected stock falls below zero, within the horizon.
  stockout_on date,
  horizon_days integer not null default 90,
  overdue_notices integer not null default 0,
  feed_at timestamptz,
  colour text not null default 'NO_DATA',
  as_of timestamptz,
  created_at timestamptz not null default now(),
  -- Sort keys as bigint: under row security an index on numeric cannot be entered in the middle.
  cover_order bigint not null generated always as
    (case when days_of_supply is null then 1000000000000000 else trunc(least(days_of_supply, 999999999) * 1000000)::bigint end) stored,
  colour_order bigint not null generated always as
    (case colour when 'OUT_OF_STOCK' then 0 when 'BELOW_MIN' then 1 when 'ABOVE_MAX' then 2 when 'ON_TRACK' then 3 else 4 end * 1000000000000000
     + case when days_of_supply is null then 999999999999999 else trunc(greatest(0, least(days_of_supply, 999999998)) * 1000000)::bigint end) stored,
  constraint vmi_line_status_colour_check check (colour in ('OUT_OF_STOCK', 'BELOW_MIN', 'ON_TRACK', 'ABOVE_MAX', 'NO_DATA'))
) with (fillfactor = 80);
create index vmi_line_status_supplier_cover on vmi_line_status (supplier_id, cover_order, id) where is_live;
create index vmi_line_status_supplier_colour on vmi_line_status (supplier_id, colour_order, id) where is_live;
create index vmi_line_status_supplier_item on vmi_line_status (supplier_id, item_sku, id) where is_live;
create index vmi_line_status_supplier_created on vmi_line_status (supplier_id, created_at, id) where is_live;
create index vmi_line_status_cover on vmi_line_status (cover_order, id) where is_live;
create index vmi_line_status_colour on vmi_line_status (colour_order, id) where is_live;
create index vmi_line_status_item on vmi_line_status (item_sku, id) where is_live;
create index vmi_line_status_created on vmi_line_status (created_at, id) where is_live;
create index vmi_line_status_agreement on vmi_line_status (agreement_id, cover_order, id);
create index vmi_line_status_key on vmi_line_status (item_id, site_id) where is_live;
call app_guard('vmi_line_status', 'supplier_id = (select app_org()) and is_shown');

-- A line has a status from its first moment, and the status knows whether the line is in force.
create function vmi_open_status() returns trigger language plpgsql as $$
begin
  insert into vmi_line_status (id, supplier_id, agreement_id, item_id, site_id, owner_id, item_sku, is_live, is_shown, created_at)
  select l.id, l.supplier_id, l.agreement_id, l.item_id, l.site_id, l.owner_id, i.sku, l.is_live, l.is_shown, l.created_at
  from added l join catalog_item i on i.id = l.item_id;
  return null;
end $$;
create trigger vmi_open_status after insert on vmi_agreement_line referencing new table as added
  for each statement execute function vmi_open_status();

create function vmi_follow_line() returns trigger language plpgsql as $$
begin
  update vmi_line_status s set is_live = l.is_live, is_shown = l.is_shown
  from changed l where l.id = s.id and (s.is_live, s.is_shown) is distinct from (l.is_live, l.is_shown);
  return null;
end $$;
create trigger vmi_follow_line after update on vmi_agreement_line referencing new table as changed
  for each statement execute function vmi_follow_line();

-- When the stock figures of a site last came in, where another system keeps them.
create table vmi_stock_feed (
  site_id uuid primary key references catalog_site (id),
  received_at timestamptz not null
);
call app_guard('vmi_stock_feed');

-- What asks for attention, from the moment its cause begins until it ends.
create table vmi_alert (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  agreement_id uuid not null references vmi_agreement (id),
  line_id uuid references vmi_agreement_line (id) on delete cascade,
  type text not null,
  -- The figures behind it.
  detail jsonb not null default '{}',
  opened_at timestamptz not null,
  ended_at timestamptz,
  constraint vmi_alert_type_check check (type in ('OUT_OF_STOCK', 'BELOW_MIN', 'PROJECTED_STOCKOUT', 'ABOVE_MAX', 'NO_DATA', 'ANSWER_OVERDUE', 'NOTICE_OVERDUE', 'OVER_COMMITTED', 'AGREEMENT_EXPIRING', 'STOCK_LEFT_CONSIGNED')),
  constraint vmi_alert_ends_after_it_opens check (ended_at is null or ended_at >= opened_at)
);
create unique index vmi_alert_one_open on vmi_alert (coalesce(line_id, agreement_id), type) where ended_at is null;
create index vmi_alert_line on vmi_alert (line_id, opened_at desc);
create index vmi_alert_supplier on vmi_alert (supplier_id, opened_at desc, id desc);
create index vmi_alert_opened on vmi_alert (opened_at desc, id desc);
call app_guard('vmi_alert', 'supplier_id = (select app_org())', 'false');

-- One computation of proposals that found something to say; a run that changes nothing leaves no row.
create table vmi_run (
  id uuid primary key,
  started_at timestamptz not null,
  agreement_id uuid references vmi_agreement (id),
  supplier_id uuid references identity_organisation (id),
  requested_by_person_id uuid references identity_person (id),
  line_count integer not null,
  proposal_count integer not null default 0,
  issue_count integer not null default 0
);
create index vmi_run_started on vmi_run (started_at desc, id desc);
call app_guard('vmi_run');

-- Why a line was left out of a run, until the reason is gone.
create table vmi_run_issue (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  line_id uuid not null references vmi_agreement_line (id) on delete cascade,
  run_id uuid not null references vmi_run (id),
  reason text not null,
  detail jsonb not null default '{}',
  found_at timestamptz not null,
  ended_at timestamptz,
  constraint vmi_run_issue_reason_check check (reason in ('STALE_FEED', 'NEGATIVE_STOCK', 'MISSING_LIMITS', 'MISSING_TERMS', 'PACK_ABOVE_MAX'))
);
create unique index vmi_run_issue_one_open on vmi_run_issue (line_id, reason) where ended_at is null;
create index vmi_run_issue_found on vmi_run_issue (found_at desc, id desc);
call app_guard('vmi_run_issue');

create sequence vmi_proposal_number;
create table vmi_proposal (
  id uuid primary key,
  number text not null default app_document_number('RP', nextval('vmi_proposal_number')),
  supplier_id uuid not null references identity_organisation (id),
  agreement_id uuid not null references vmi_agreement (id),
  agreement_version_no integer not null,
  line_id uuid not null references vmi_agreement_line (id),
  -- Those of the line, which refers to them.
  item_id uuid not null,
  site_id uuid not null,
  -- Written by the run itself, tens of thousands at a time: unchecked.
  run_id uuid,
  -- RUN: computed from the limits. PLAN: material requirements ask for it. SUPPLIER: he means to deliver without being asked.
  origin text not null default 'RUN',
  -- The day at the site and the limits it was computed for.
  bucket_on date not null,
  limits_revision integer not null,
  state text not null,
  quantity numeric(18, 6) not null,
  deliver_on date not null,
  -- The order unit and its ratio as they were: a later change of the pack changes nothing.
  order_unit_code text not null,
  numerator bigint not null,
  denominator bigint not null,
  inputs jsonb not null,
  answer_due_at timestamptz not null,
  -- What the supplier offers instead, in parts; null unless he countered or was accepted with changes.
  answer_parts jsonb,
  answer_reason text not null default '',
  substitute_item_id uuid references catalog_item (id),
  answered_at timestamptz,
  computed_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  constraint vmi_proposal_number_unique unique (number),
  constraint vmi_proposal_state_check check (state in ('COMPUTED', 'OPEN', 'COUNTERED', 'ACCEPTED', 'DECLINED', 'SUPERSEDED', 'EXPIRED')),
  constraint vmi_proposal_origin_check check (origin in ('RUN', 'SUPPLIER', 'PLAN')),
  constraint vmi_proposal_quantity_check check (quantity > 0 and numerator > 0 and denominator > 0),
  constraint vmi_proposal_counter_says_what check (state <> 'COUNTERED' or answer_parts is not null)
);
-- A line is computed once for a day under the same limits, however often a run is asked for.
create unique index vmi_proposal_once on vmi_proposal (line_id, bucket_on, limits_revision) where origin = 'RUN';
-- One question at a time on a line.
create unique index vmi_proposal_one_pending on vmi_proposal (line_id, origin) where state in ('COMPUTED', 'OPEN', 'COUNTERED');
create index vmi_proposal_line on vmi_proposal (line_id, computed_at desc);
create index vmi_proposal_pending on vmi_proposal (item_id, site_id) where state in ('COMPUTED', 'OPEN', 'COUNTERED');
create index vmi_proposal_supplier on vmi_proposal (supplier_id, computed_at desc, id desc);
create index vmi_proposal_computed on vmi_proposal (computed_at desc, id desc);
create index vmi_proposal_supplier_due on vmi_proposal (supplier_id, answer_due_at, id) where state in ('COMPUTED', 'OPEN', 'COUNTERED');
create index vmi_proposal_due on vmi_proposal (answer_due_at, id) where state in ('COMPUTED', 'OPEN', 'COUNTERED');
create index vmi_proposal_run on vmi_proposal (run_id) where run_id is not null;
call app_guard('vmi_proposal', $$ supplier_id = (select app_org()) and state <> 'COMPUTED' $$);

-- What each side said to a proposal, and to which version of it. Append-only.
create table vmi_proposal_answer (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  proposal_id uuid not null references vmi_proposal (id),
  proposal_version integer not null,
  answered_by text not null,
  answered_by_person_id uuid references identity_person (id),
  answered_at timestamptz not null,
  decision text not null,
  parts jsonb not null default '[]',
  substitute_item_id uuid references catalog_item (id),
  is_within_tolerance boolean not null default true,
  reason text not null default '',
  constraint vmi_proposal_answer_side_check check (answered_by in ('COMPANY', 'SUPPLIER')),
  constraint vmi_proposal_answer_decision_check check (decision in ('ACCEPT', 'ACCEPT_WITH_CHANGES', 'DECLINE', 'APPROVE', 'REFUSE'))
);
create index vmi_proposal_answer_proposal on vmi_proposal_answer (proposal_id, answered_at);
create index vmi_proposal_answer_supplier on vmi_proposal_answer (supplier_id, answered_at desc);
call app_guard('vmi_proposal_answer', 'supplier_id = (select app_org())');
revoke update, delete, truncate on vmi_proposal_answer from corridor_api;

-- What the supplier has promised to ship: one per delivery day.
create table vmi_commitment (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  agreement_id uuid not null references vmi_agreement (id),
  line_id uuid not null references vmi_agreement_line (id),
  proposal_id uuid not null references vmi_proposal (id),
  part_no integer not null,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  -- Another item than the line's: it serves the line until it arrives.
  is_substitute boolean not null default false,
  quantity numeric(18, 6) not null,
  deliver_on date not null,
  shipped_quantity numeric(18, 6) not null default 0,
  received_quantity numeric(18, 6) not null default 0,
  state text not null default 'COMMITTED',
  order_id uuid not null references purchasing_order (id),
  schedule_line_id uuid not null references purchasing_schedule_line (id),
  cancel_requested_by text,
  cancel_requested_at timestamptz,
  cancel_reason text not null default '',
  committed_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  constraint vmi_commitment_unique unique (proposal_id, part_no),
  constraint vmi_commitment_schedule_line_unique unique (schedule_line_id),
  constraint vmi_commitment_state_check check (state in ('COMMITTED', 'PARTLY_SHIPPED', 'SHIPPED', 'SHORT_CLOSED', 'CANCELLED')),
  constraint vmi_commitment_quantity_check check (quantity > 0 and shipped_quantity >= 0 and received_quantity >= 0),
  constraint vmi_commitment_cancel_check check ((cancel_requested_by is null) = (cancel_requested_at is null) and cancel_requested_by in ('COMPANY', 'SUPPLIER')),
  constraint vmi_commitment_cancelled_is_not_shipped check (state <> 'CANCELLED' or shipped_quantity = 0)
);
create index vmi_commitment_supplier on vmi_commitment (supplier_id, deliver_on, id);
create index vmi_commitment_deliver on vmi_commitment (deliver_on, id);
create index vmi_commitment_substitute on vmi_commitment (line_id) where is_substitute;
create index vmi_commitment_line on vmi_commitment (line_id, deliver_on);
call app_guard('vmi_commitment', 'supplier_id = (select app_org())');
