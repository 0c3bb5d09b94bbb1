import { locationSql } from './catalogue.seed.ts';
import { idSql, type SeedPart } from './seed.ts';

/** Stock of every item at every site, in two places, with the moves that brought it. */
export const stock: SeedPart = {
  name: 'stock',
  sql: ({ items, sites }) => `
create temporary table kept as
select i, s, p, case when bench_pick(i * 31 + s * 7 + p, 20) = 0 then 0 else 5 + bench_pick(i * 17 + s * 3 + p, 900) end as amount
from generate_series(0, ${items - 1}) i, generate_series(0, ${sites - 1}) s, generate_series(0, 1) p;

insert into inventory_stock_balance (id, item_id, site_id, location_id, owner_id, status, on_hand)
select ${idSql('balance', `(i * ${sites} + s) * 2 + p`)}, ${idSql('item', 'i')}, ${idSql('site', 's')},
       ${locationSql('s', 'p')}, ${idSql('organisation', '0')}, 'UNRESTRICTED', amount
from kept;

insert into inventory_stock_move (id, item_id, from_location_id, to_location_id, from_owner_id, to_owner_id, from_status, to_status,
                                  quantity, reason, moved_at, recorded_at)
select ${idSql('other', `(i * ${sites} + s) * 2 + p + 1000000000`)}, ${idSql('item', 'i')}, ${locationSql('s', '8')},
       ${locationSql('s', 'p')}, ${idSql('organisation', '0')}, ${idSql('organisation', '0')}, 'UNRESTRICTED', 'UNRESTRICTED',
       amount, 'OPENING', t, t
from (select *, now() - interval '300 days' + interval '1 minute' * ((i * ${sites} + s) * 2 + p) as t from kept) k
where amount > 0;
drop table kept;
`,
};
