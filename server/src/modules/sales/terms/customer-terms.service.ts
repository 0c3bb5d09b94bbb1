import { LockMode } from '@mikro-orm/core';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import type { TaxRounding } from '../price/tax.calc.ts';
import { CustomerTerms } from './customer-terms.entity.ts';

/** Terms as somebody wants them; what is not said stays. */
export interface TermsDraft {
  readonly customerId: string;
  readonly expectedVersion?: number | null;
  readonly currency?: string | null;
  readonly priceListId?: string | null;
  readonly territoryId?: string | null;
  readonly siteId?: string | null;
  readonly paymentDays?: number | null;
  readonly creditLimit?: Decimal | null;
  readonly isOnHold?: boolean | null;
  readonly holdReason?: string | null;
  readonly isTaxInclusive?: boolean | null;
  readonly taxRounding?: TaxRounding | null;
  readonly taxRate?: Decimal | null;
  readonly isFreightTaxed?: boolean | null;
  readonly confirmsAtOnce?: boolean | null;
  readonly cutoffDays?: number | null;
  readonly allowsPartial?: boolean | null;
}

/** These may also be taken away again: null is a value. */
const MAY_BE_NULL = new Set(['priceListId', 'territoryId', 'siteId', 'creditLimit']);

/** The terms customers buy on; a customer nobody agreed terms with buys on the common ones, in its own currency. */
export class CustomerTermsBook {
  /** @throws NotFound for an organisation that is no customer */
  async of(work: Work, customerId: string, path: readonly string[] = ['input', 'customerId']): Promise<CustomerTerms> {
    const agreed = await work.em.findOne(CustomerTerms, { customerId });
    if (agreed) return agreed;
    const customer = await work.em.findOne(Organisation, { id: customerId, isCustomer: true, isActive: true });
    if (!customer) throw new NotFound({}, path);
    return Object.assign(new CustomerTerms(), { customerId, currency: customer.currency });
  }

  /** @throws NotFound, StaleObject */
  async save(work: Work, draft: TermsDraft): Promise<string> {
    const known = await work.em.findOne(
      CustomerTerms,
      { customerId: draft.customerId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const terms = known ?? (await this.of(work, draft.customerId));
    if (known && known.version !== draft.expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: known.version });
    const { customerId: _, expectedVersion: __, ...said } = draft;
    for (const [name, value] of Object.entries(said))
      if (value !== undefined && (value !== null || MAY_BE_NULL.has(name))) Object.assign(terms, { [name]: value });
    if (!terms.isOnHold) terms.holdReason = '';
    work.em.persist(terms);
    await work.em.flush();
    return terms.id;
  }
}

export const customerTerms = new CustomerTermsBook();
