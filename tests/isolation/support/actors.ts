import type { Actor, Audience } from '../../../server/src/platform/access/actor.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../../server/src/platform/access/role.ts';
import { actionsFor } from '../../support/app.ts';
import { AUDIENCE, type Party } from './fixtures/making.ts';
import { PARTIES, type Rows } from './rows.ts';

export interface Somebody {
  readonly actor: Actor;
  readonly party: Party;
  /** Who stands on the same side and must stay unseen. */
  readonly rival: Party;
  /** Somebody of another side. */
  readonly stranger: Party;
}

/** Who acts for a party, with these roles. */
export function somebody(rows: Rows, mark: string, roles: readonly Role[]): Somebody {
  const party = PARTIES.find((one) => one.mark === mark) as Party;
  const idIn = (table: string) => rows.find(table, mark)?.values['id'] as string;
  const actor: Actor = {
    audience: AUDIENCE[party.side],
    personId: idIn('identity_person'),
    organisationId: idIn('identity_organisation'),
    membershipId: idIn('identity_membership'),
    sessionId: null,
    name: `${mark} ${roles.join(' ')}`,
    actions: actionsFor(roles),
    locale: 'en',
    remoteAddress: null,
  };
  const others = PARTIES.filter((one) => one !== party && one.side !== 'COMPANY');
  const [first] = others;
  if (!first) throw new Error('nobody else is there');
  const rival = others.find(({ side }) => side === party.side) ?? first;
  return { actor, party, rival, stranger: others.find(({ side }) => side !== party.side) ?? rival };
}

export const rolesOf = (audience: Audience): Role[] => ROLE_NAMES.filter((role) => ROLES[role] === audience);
