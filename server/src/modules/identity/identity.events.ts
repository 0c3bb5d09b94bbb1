import type { DomainEvent } from '../../platform/events/event.ts';
import type { Organisation } from './organisation/organisation.entity.ts';
import type { Membership } from './person/membership.entity.ts';

/** Somebody became, changed or ceased to be something for an organisation. */
export const membershipChanged = ({
  id,
  organisation,
  person,
  audience,
  roles,
  isActive,
}: Membership): DomainEvent => ({
  name: 'identity.membership.changed',
  subjectType: 'Membership',
  subjectId: id,
  supplierId: audience === 'SUPPLIER' ? organisation.id : null,
  customerId: audience === 'CUSTOMER' ? organisation.id : null,
  payload: { organisationId: organisation.id, personId: person.id, audience, roles, isActive },
});

export const organisationRegistered = (organisation: Organisation): DomainEvent =>
  organisationEvent('identity.organisation.registered', organisation);
export const organisationChanged = (organisation: Organisation): DomainEvent =>
  organisationEvent('identity.organisation.changed', organisation);

const organisationEvent = (name: string, { id, isSupplier, isCustomer }: Organisation): DomainEvent => ({
  name,
  subjectType: 'Organisation',
  subjectId: id,
  supplierId: isSupplier ? id : null,
  customerId: isCustomer ? id : null,
  payload: { isSupplier, isCustomer },
});
