import { LockMode } from '@mikro-orm/core';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Membership } from '../../identity/person/membership.entity.ts';
import { BuyerLimit } from './buyer-limit.entity.ts';

export interface BuyerLimitDraft {
  readonly customerId: string;
  /** Null for everybody who has no limit of his own. */
  readonly personId: string | null;
  readonly orderLimit: Decimal | null;
  readonly canApprove: boolean;
  readonly expectedVersion?: number | null;
}

/** Who may order for a customer up to which total, and who may approve what others ordered. */
export class BuyerLimits {
  /** @throws NotFound for somebody who does not act for the customer, StaleObject */
  async save(work: Work, { customerId, personId, expectedVersion, ...limit }: BuyerLimitDraft): Promise<string> {
    if (
      personId &&
      !(await work.em.findOne(Membership, { person: personId, organisation: customerId, audience: 'CUSTOMER' }))
    )
      throw new NotFound({}, ['input', 'personId']);
    const known = await work.em.findOne(BuyerLimit, { customerId, personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (known && known.version !== expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: known.version });
    const row = Object.assign(known ?? new BuyerLimit(), { customerId, personId, ...limit });
    work.em.persist(row);
    await work.em.flush();
    return row.id;
  }

  /**
   * Up to which total somebody may order without a second person; null for who has no limit. A machine with a key has
   * none of its own: what holds for everybody holds for it, and it never approves.
   */
  async of(work: Work, customerId: string, personId: string | null): Promise<Decimal | null> {
    const { own, common } = await this.rowsOf(work, customerId, personId);
    return (own ?? common)?.orderLimit ?? null;
  }

  /** Whether somebody may approve that much: administrators of the customer, and who is named for it. */
  async mayApprove(work: Work, customerId: string, personId: string, total: Decimal): Promise<boolean> {
    const { own } = await this.rowsOf(work, customerId, personId);
    if (own?.orderLimit && total.gt(own.orderLimit)) return false;
    if (own?.canApprove) return true;
    const place = await work.em.findOne(Membership, {
      person: personId,
      organisation: customerId,
      audience: 'CUSTOMER',
      isActive: true,
    });
    return place?.roles.includes('CUSTOMER_ADMIN') ?? false;
  }

  private async rowsOf(work: Work, customerId: string, personId: string | null) {
    const rows = await work.em.find(BuyerLimit, { customerId, $or: [{ personId }, { personId: null }] });
    return {
      own: personId === null ? undefined : rows.find((row) => row.personId === personId),
      common: rows.find((row) => row.personId === null),
    };
  }
}

export const buyerLimits = new BuyerLimits();
