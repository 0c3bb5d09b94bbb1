import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { DecimalType } from '../../../platform/db/types.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { StatementNotReady } from './consignment.errors.ts';
import { STATEMENT_ACTS, type StatementAct, type StatementState } from './statement.state.ts';

/** What we owe a supplier for consigned stock taken up to a day: told, billed in his name, agreed or disputed, paid. */
@Entity({ tableName: 'vmi_statement' })
export class Statement {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @Unique({ name: 'vmi_statement_number_unique' })
  @Property({ type: 'text' })
  number!: string;
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'supplier_id' })
  supplierId!: string;
  @Property({ type: 'text', default: 'STATEMENT' })
  state: StatementState = 'STATEMENT';
  @Property({ type: 'character', length: 3 })
  currency!: string;
  @Property({ type: 'date' })
  periodFrom!: string;
  @Property({ type: 'date' })
  periodTo!: string;
  @Property({ type: DecimalType, columnType: 'numeric(19,4)' })
  total!: Decimal;
  @Unique({ name: 'vmi_statement_bill_number_unique' })
  @Property({ type: 'text', nullable: true })
  billNumber: string | null = null;
  @Property({ type: 'date', nullable: true })
  billedOn: string | null = null;
  @Property({ type: 'text', default: '' })
  disputeReason: string = '';
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true })
  answeredAt: Date | null = null;
  @Property({ type: 'date', nullable: true })
  paidOn: string | null = null;
  @Property({ type: 'integer', version: true, default: 1 })
  version: number = 1;

  /** @throws StatementNotReady when its state does not offer this act. */
  follow(act: StatementAct): void {
    const next = STATEMENT_ACTS[this.state][act];
    if (!next) throw new StatementNotReady({ number: this.number, state: this.state });
    this.state = next;
  }
}
