import { idSql, type SeedPart } from './seed.ts';

const tokenHash = (token: string) => `encode(sha256((${token})::bytea), 'hex')`;

/** The company, its suppliers and customers, somebody at each of them, and his open session. */
export const parties: SeedPart = {
  name: 'parties',
  sql: ({ suppliers, customers }) => `
insert into identity_organisation (id, number, name, is_company, is_supplier, is_customer, time_zone)
select ${idSql('organisation', 'n')}, 'O' || lpad(n::text, 6, '0'),
       case when n = 0 then 'Northwind Works' when n <= ${suppliers} then 'Supplier ' || n else 'Customer ' || n end,
       n = 0, n between 1 and ${suppliers}, n > ${suppliers}, 'Europe/Berlin'
from generate_series(0, ${suppliers + customers}) n;

insert into catalog_sharing_policy (organisation_id, shows_demand)
select id, true from identity_organisation where not is_company;

insert into identity_person (id, name, email)
select ${idSql('person', 'n')}, 'Person ' || n, 'person' || n || '@example.com' from generate_series(0, ${suppliers + customers}) n;

insert into identity_membership (id, person_id, organisation_id, audience, roles)
select ${idSql('membership', 'n')}, ${idSql('person', 'n')}, ${idSql('organisation', 'n')},
       case when n = 0 then 'STAFF' when n <= ${suppliers} then 'SUPPLIER' else 'CUSTOMER' end,
       case when n = 0 then array['ADMIN', 'BUYER', 'PLANNER', 'WAREHOUSE', 'SALES', 'AGENT']
            when n <= ${suppliers} then array['SUPPLIER_ADMIN', 'SUPPLIER_PLANNER'] else array['CUSTOMER_ADMIN', 'CUSTOMER_BUYER'] end
from generate_series(0, ${suppliers + customers}) n;

insert into identity_session (id, token_hash, person_id, membership_id, expires_at, last_seen_at)
select ${idSql('other', 'n')}, ${tokenHash(`'bench-' || n`)}, ${idSql('person', 'n')}, ${idSql('membership', 'n')},
       now() + interval '10 years', now() + interval '10 years'
from generate_series(0, ${suppliers + customers}) n;
`,
};
