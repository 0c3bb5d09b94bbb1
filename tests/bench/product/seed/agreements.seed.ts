import { ITEMS_PER_SUPPLIER } from '../size.ts';
import { idSql, type SeedPart } from './seed.ts';

const LINES = ITEMS_PER_SUPPLIER / 2;

/** Two agreements with each supplier, in force, and what was used of their items lately. */
export const agreements: SeedPart = {
  name: 'agreements',
  sql: ({ suppliers, items }) => {
    const wraps = Math.max(1, items / ITEMS_PER_SUPPLIER);
    return `
-- The product's own triggers open the status of each line.
set session_replication_role = 'origin';
insert into vmi_agreement (id, supplier_id, site_id, owner_id, state, is_shown, current_version_no, valid_from)
select ${idSql('agreement', 's * 2 + a')}, ${idSql('organisation', 's + 1')}, ${idSql('site', `bench_site(s, a, ${wraps})`)},
       ${idSql('organisation', '0')}, 'ACTIVE', true, 1, current_date - 200
from generate_series(0, ${suppliers - 1}) s, generate_series(0, 1) a;

insert into vmi_agreement_version (id, supplier_id, agreement_id, version_no, state, proposed_by)
select ${idSql('other', '3000000000 + n')}, a.supplier_id, a.id, 1, 'ACCEPTED', 'COMPANY'
from generate_series(0, ${suppliers * 2 - 1}) n join vmi_agreement a on a.id = ${idSql('agreement', 'n')};

insert into vmi_agreement_line (id, supplier_id, agreement_id, item_id, site_id, owner_id, minimum, reorder_point, maximum, quota_share, is_live, is_shown)
select ${idSql('line', `n * ${LINES} + k`)}, a.supplier_id, a.id, ${idSql('item', `(n / 2 * ${ITEMS_PER_SUPPLIER} + k) % ${items}`)}, a.site_id, a.owner_id,
       50 + k, 300 + k * 4, 1500 + k * 4, 1, true, true
from generate_series(0, ${suppliers * 2 - 1}) n join vmi_agreement a on a.id = ${idSql('agreement', 'n')}, generate_series(0, ${LINES - 1}) k;

insert into inventory_stock_share (supplier_id, item_id, site_id, owner_id)
select supplier_id, item_id, site_id, owner_id from vmi_agreement_line;

insert into inventory_daily_usage (item_id, site_id, day, quantity)
select item_id, site_id, current_date - 1 - d * 4, 5 + bench_pick(n, 40)
from (select item_id, site_id, row_number() over (order by item_id, site_id) as n from inventory_stock_share group by 1, 2) l, generate_series(0, 6) d;
`;
  },
};
