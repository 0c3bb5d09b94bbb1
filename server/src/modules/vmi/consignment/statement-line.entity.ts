import { Entity, ManyToOne, PrimaryKey, Unique } from '@mikro-orm/decorators/legacy';
import { newId } from '../../../kernel/id.ts';
import { Unaudited } from '../../../platform/audit/changes.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { Statement } from './statement.entity.ts';
import { Withdrawal } from './withdrawal.entity.ts';

/** That a withdrawal is settled by a statement; it never leaves it. */
@Unaudited()
@Entity({ tableName: 'vmi_statement_line' })
@Unique({ name: 'vmi_statement_line_settled_once', properties: ['withdrawalId'] })
export class StatementLine {
  @PrimaryKey({ type: 'uuid' })
  id: string = newId();
  @ManyToOne(() => Statement, { mapToPk: true, fieldName: 'statement_id' })
  statementId!: string;
  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: 'supplier_id' })
  supplierId!: string;
  @ManyToOne(() => Withdrawal, { mapToPk: true, fieldName: 'withdrawal_id' })
  withdrawalId!: string;
}
