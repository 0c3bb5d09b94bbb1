import type { Actor } from '../../../platform/access/actor.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';

/** Whose account is asked for: a customer's own, and nobody's when it names another; the staff names one. */
export function accountOf({ audience, organisationId }: Actor, customerId: string | null | undefined): string | null {
  const named = customerId ? localIdOrNull(organisationShape, customerId) : null;
  if (audience !== 'CUSTOMER') return named;
  return customerId && named !== organisationId ? null : organisationId;
}
