import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { StockMove } from '../../inventory/ledger/stock-move.entity.ts';

export const WITHDRAWAL_KINDS = ['CONSUMED', 'AGED_OUT', 'TRANSFERRED', 'REVERSED'] as const;
export type WithdrawalKind = (typeof WITHDRAWAL_KINDS)[number];

/** One taking of consigned stock, at the price agreed on its day. Never changed: a mistake is a counter-entry. */
@Unaudited()
@Entity({ tableName: 'vmi_withdrawal' })
export class Withdrawal {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'supplier_id' })
  supplierId!: string;
  @ManyToOne(() => Item, { mapToPk: true, fieldName: 'item_id' })
  itemId!: string;
  @ManyToOne(() => Site, { mapToPk: true, fieldName: 'site_id' })
  siteId!: string;
  @Property({ type: 'text' })
  kind!: WithdrawalKind;
  /** In the item's stock unit; negative for a counter-entry. */
  @Property({ type: DecimalType, columnType: 'numeric(18,6)' })
  quantity!: Decimal;
  /** Per stock unit. */
  @Property({ type: DecimalType, columnType: 'numeric(19,6)' })
  unitPrice!: Decimal;
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  amount!: Decimal;
  @Property({ type: 'date' })
  occurredOn!: string;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt: Date = new Date();
  @Property({ type: 'uuid', nullable: true })
  recordedByPersonId: string | null = null;
  @ManyToOne(() => StockMove, { mapToPk: true, fieldName: 'move_id' })
  moveId!: string;
  @ManyToOne(() => Withdrawal, { mapToPk: true, fieldName: 'reverses_id', nullable: true })
  reversesId: string | null = null;
  @Property({ type: 'text', default: '' })
  note: string = '';
}
