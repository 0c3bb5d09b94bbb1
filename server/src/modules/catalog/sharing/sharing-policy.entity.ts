import { Check, Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';

export const AVAILABILITY = ['EXACT', 'BUCKETED', 'DATES_ONLY'] as const;
export type Availability = (typeof AVAILABILITY)[number];

/** Which of our figures one supplier or customer sees. Opened with the organisation, with the cautious defaults. */
@Entity({ tableName: 'catalog_sharing_policy' })
@Unique({ name: 'catalog_sharing_policy_organisation_unique', properties: ['organisationId'] })
@Check({
  name: 'catalog_sharing_policy_availability_check',
  expression: `availability in ('EXACT', 'BUCKETED', 'DATES_ONLY')`,
})
export class SharingPolicy {
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  id: string = newId();
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'organisation_id' })
  organisationId!: string;
  @Property({ type: 'boolean', default: true })
  showsPrices: boolean = true;
  @Property({ type: 'boolean', default: true })
  showsDemand: boolean = true;
  @Property({ type: 'boolean', default: false })
  showsOtherSupply: boolean = false;
  @Property({ type: 'boolean', default: true })
  showsLots: boolean = true;
  @Property({ type: 'text', default: 'BUCKETED' })
  availability: Availability = 'BUCKETED';
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;
}
