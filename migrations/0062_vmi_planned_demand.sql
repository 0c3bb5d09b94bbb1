-- What the plan needs of an item that a supplier keeps, week by week: what he may see of it without seeing the plan.
create table vmi_planned_demand (
  id uuid primary key,
  line_id uuid not null references vmi_agreement_line (id) on delete cascade,
  supplier_id uuid not null references identity_organisation (id),
  -- A Monday; what is past due is wanted in the first week.
  week_on date not null,
  quantity numeric(18, 6) not null,
  constraint vmi_planned_demand_unique unique (line_id, week_on),
  constraint vmi_planned_demand_quantity_check check (quantity > 0)
);
create index vmi_planned_demand_supplier on vmi_planned_demand (supplier_id, line_id, week_on);
call app_guard('vmi_planned_demand', 'supplier_id = (select app_org())');
