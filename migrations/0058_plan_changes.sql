-- What a net-change run looks at: items whose plan may not be what a run would make of it now. Whoever changes what a plan
-- is computed from leaves a mark; a run takes the marks. Stock, purchasing and sales are followed by their events.

create table planning_changed_item (
  id bigint generated always as identity primary key,
  item_id uuid not null,
  -- None: at every site.
  site_id uuid,
  -- A structure changed: levels may be other ones, so that everything is planned anew.
  is_structural boolean not null default false
);
call app_guard('planning_changed_item');

create function planning_mark_item() returns trigger language plpgsql as $$
begin
  insert into planning_changed_item (item_id, site_id) select distinct item_id, site_id from changed;
  return null;
end $$;

create function planning_mark_structure() returns trigger language plpgsql as $$
begin
  insert into planning_changed_item (item_id, is_structural) select item_id, true from changed limit 1;
  return null;
end $$;

do $$
declare
  marked record;
  act record;
begin
  for marked in
    select * from (values ('planning_demand', 'planning_mark_item'), ('planning_scheduled_receipt', 'planning_mark_item'),
      ('planning_forecast_bucket', 'planning_mark_item'), ('planning_mps', 'planning_mark_item'), ('planning_source', 'planning_mark_item'),
      ('planning_work_order', 'planning_mark_item'), ('planning_bill', 'planning_mark_structure'),
      ('planning_bill_component', 'planning_mark_structure')) t(name, marker)
  loop
    for act in
      select * from (values ('insert', 'new'), ('update', 'new'), ('delete', 'old')) a(name, rows)
    loop
      execute format('create trigger planning_marks_%s after %s on %I referencing %s table as changed for each statement execute function %I()',
        act.name, act.name, marked.name, act.rows, marked.marker);
    end loop;
  end loop;
end $$;

-- What a work order still takes is needed where it is made.
create function planning_mark_issue() returns trigger language plpgsql as $$
begin
  insert into planning_changed_item (item_id, site_id)
  select distinct c.item_id, w.site_id from changed c join planning_work_order w on w.id = c.work_order_id;
  return null;
end $$;
create trigger planning_marks_insert after insert on planning_work_order_component
  referencing new table as changed for each statement execute function planning_mark_issue();
create trigger planning_marks_update after update on planning_work_order_component
  referencing new table as changed for each statement execute function planning_mark_issue();

-- A run writes levels and orders itself: only what people decide is marked.
create function planning_mark_row() returns trigger language plpgsql as $$
begin
  insert into planning_changed_item (item_id, site_id) values (coalesce(new.item_id, old.item_id), coalesce(new.site_id, old.site_id));
  return null;
end $$;
create trigger planning_marks_insert after insert on planning_item for each row execute function planning_mark_row();
create trigger planning_marks_update after update on planning_item for each row
  when ((old.lot_rule, old.lot_size, old.lot_periods, old.order_cost, old.holding_cost, old.minimum_quantity, old.order_multiple,
         old.maximum_quantity, old.safety_stock, old.safety_lead_time, old.lead_time, old.lead_time_unit, old.scrap, old.demand_fence_days,
         old.planning_fence_days, old.is_master_scheduled)
        is distinct from
        (new.lot_rule, new.lot_size, new.lot_periods, new.order_cost, new.holding_cost, new.minimum_quantity, new.order_multiple,
         new.maximum_quantity, new.safety_stock, new.safety_lead_time, new.lead_time, new.lead_time_unit, new.scrap, new.demand_fence_days,
         new.planning_fence_days, new.is_master_scheduled))
  execute function planning_mark_row();
create trigger planning_marks_insert after insert on planning_planned_order for each row
  when (new.is_firm and new.scenario_id is null) execute function planning_mark_row();
create trigger planning_marks_update after update on planning_planned_order for each row
  when ((old.is_firm or new.is_firm or old.state <> new.state) and new.scenario_id is null) execute function planning_mark_row();
create trigger planning_marks_delete after delete on planning_planned_order for each row
  when (old.is_firm and old.scenario_id is null) execute function planning_mark_row();

-- Messages whose cause stood at the last run, whether worked off or not: a run compares its own with them.
create index planning_message_standing on planning_message (item_id, site_id) where ended_at is null;
