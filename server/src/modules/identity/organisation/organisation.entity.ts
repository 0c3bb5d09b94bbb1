import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';

/** A party of the corridor: the company itself, a supplier, a customer, or a supplier who is also a customer. */
@Entity({ tableName: 'identity_organisation' })
export class Organisation {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'identity_organisation_number_unique' })
  @Property({ type: 'text' })
  number!: string;
  @Property({ type: 'text' })
  name!: string;
  @Property({ type: 'boolean', default: false })
  isCompany: boolean = false;
  @Property({ type: 'boolean', default: false })
  isSupplier: boolean = false;
  @Property({ type: 'boolean', default: false })
  isCustomer: boolean = false;
  @Property({ type: 'text', default: 'en' })
  locale: string = 'en';
  @Property({ type: 'text', default: 'UTC' })
  timeZone: string = 'UTC';
  @Property({ type: 'character', length: 3, default: 'USD' })
  currency: string = 'USD';
  @Property({ type: 'character', length: 2, nullable: true })
  country: string | null = null;
  @Property({ type: 'text', nullable: true })
  email: string | null = null;
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;
  @Property({ type: 'text', nullable: true })
  address: string | null = null;
  @Property({ type: 'text', nullable: true, fieldName: 'gs1_company_prefix' })
  gs1CompanyPrefix: string | null = null;
  /** Whoever acts for it has signed in with more than a password. */
  @Property({ type: 'boolean', default: false })
  requiresSecondFactor: boolean = false;
  @Property({ type: 'boolean', default: true })
  isActive: boolean = true;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
