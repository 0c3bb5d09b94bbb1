import type { Actor, Audience } from '../../../platform/access/actor.ts';
import { ROLES, type Role } from '../../../platform/access/role.ts';
import { WrongRole, WrongSide } from '../identity.errors.ts';
import type { Organisation } from '../organisation/organisation.entity.ts';

/** The role whose holders look after the memberships of their side. */
export const ADMIN_OF: Readonly<Record<Audience, Role>> = {
  STAFF: 'ADMIN',
  SUPPLIER: 'SUPPLIER_ADMIN',
  CUSTOMER: 'CUSTOMER_ADMIN',
};

/** The portal of each side. */
export const PORTAL_OF = { STAFF: 'admin', SUPPLIER: 'supplier', CUSTOMER: 'customer' } as const;

/** Whether the actor looks after that side of that organisation: staff after every one, a party after its own. */
export const looksAfter = (actor: Actor, organisationId: string, audience: Audience): boolean =>
  actor.audience === 'STAFF' ||
  actor.audience === 'SYSTEM' ||
  (actor.organisationId === organisationId && actor.audience === audience);

/** The roles, each once. @throws WrongRole when there is none, or one of another side. */
export function checkRoles(audience: Audience, roles: readonly Role[], path: readonly string[]): Role[] {
  if (roles.length === 0 || roles.some((role) => ROLES[role] !== audience)) throw new WrongRole({}, path);
  return [...new Set(roles)];
}

/** @throws WrongSide when nobody can be that for this organisation. */
export function checkSide(organisation: Organisation, audience: Audience, path: readonly string[]): void {
  const stands = {
    STAFF: organisation.isCompany,
    SUPPLIER: organisation.isSupplier,
    CUSTOMER: organisation.isCustomer,
  };
  if (!stands[audience]) throw new WrongSide({}, path);
}
