import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { SharingPolicy, type Availability } from './sharing-policy.entity.ts';

/** What may be said of a policy; what is left out stays as it is. */
export interface SharingWish {
  readonly showsPrices?: boolean | null;
  readonly showsDemand?: boolean | null;
  readonly showsOtherSupply?: boolean | null;
  readonly showsLots?: boolean | null;
  readonly availability?: Availability | null;
}

const CHANGEABLE = ['showsPrices', 'showsDemand', 'showsOtherSupply', 'showsLots', 'availability'] as const;

/** Decides which of our figures the other side of a relationship sees. */
export class Sharing {
  /** @throws NotFound, StaleObject */
  async change(work: Work, organisationId: string, expectedVersion: number, wish: SharingWish): Promise<string> {
    const policy = await work.em.findOne(SharingPolicy, { organisationId });
    if (!policy) throw new NotFound({}, ['input', 'organisationId']);
    if (policy.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    for (const name of CHANGEABLE) {
      const value = wish[name];
      if (value !== undefined && value !== null) Object.assign(policy, { [name]: value });
    }
    return policy.id;
  }
}

export const sharing = new Sharing();
