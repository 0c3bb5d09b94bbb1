import type { ResultOf } from '#ui/graphql/graphql.ts';
import type { membershipFields } from './company.documents.ts';

export type Member = ResultOf<typeof membershipFields>;
export type Role = Member['roles'][number];

/** The roles there are on the customers' side. */
export const customerRoles = ['CUSTOMER_ADMIN', 'CUSTOMER_BUYER', 'CUSTOMER_VIEWER'] as const;
export type CustomerRole = (typeof customerRoles)[number];

export function customerRolesOf(roles: readonly Role[]): CustomerRole[] {
  return customerRoles.filter((role) => roles.includes(role));
}
