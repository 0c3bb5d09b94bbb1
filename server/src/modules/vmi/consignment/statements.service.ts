import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { todayIn } from '../../../kernel/calendar-date.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { nextGaplessNumber } from '../../../platform/sequence/document-number.ts';
import { ReasonMissing } from '../../inventory/inventory.errors.ts';
import { NothingToSettle } from './consignment.errors.ts';
import { Statement } from './statement.entity.ts';
import type { StatementAct } from './statement.state.ts';

/** Settles what was taken: statements close over what is accrued and are then billed, answered and paid. */
class Statements {
  /**
   * Puts everything taken up to `until` and not settled yet on one statement per currency, also what happened earlier
   * and was written down late. @throws NothingToSettle
   */
  async close(work: Work, supplierId: string, until: string): Promise<string[]> {
    const { rows } = await sql<{ currency: string; from: string; total: string }>`
      select w.currency, min(w.occurred_on)::text as "from", sum(w.amount)::text as total
      from vmi_withdrawal w left join vmi_statement_line l on l.withdrawal_id = w.id
      where w.supplier_id = ${supplierId} and w.occurred_on <= ${until}::date and l.id is null
      group by w.currency order by w.currency`.execute(work.sql);
    if (rows.length === 0) throw new NothingToSettle();
    const statements = await inOrder(rows, async ({ currency, from, total }) => {
      const number = await nextGaplessNumber(work, 'ST');
      return Object.assign(new Statement(), {
        number,
        supplierId,
        currency,
        periodFrom: from,
        periodTo: until,
        total: new Decimal(total),
      });
    });
    work.em.persist(statements);
    await work.em.flush();
    await inOrder(statements, (statement) => this.fill(work, statement));
    return statements.map(({ id }) => id);
  }

  /** Issues the self-billing document: we write the supplier's invoice, with its own gapless number. */
  async bill(work: Work, statementId: string, expectedVersion: number): Promise<void> {
    const statement = await this.follow(work, statementId, expectedVersion, 'bill');
    statement.billNumber = await nextGaplessNumber(work, 'SB');
    statement.billedOn = todayIn('UTC', work.clock);
  }

  async agree(work: Work, statementId: string, expectedVersion: number): Promise<void> {
    (await this.follow(work, statementId, expectedVersion, 'agree')).answeredAt = work.clock.now();
  }

  async dispute(work: Work, statementId: string, expectedVersion: number, reason: string): Promise<void> {
    if (reason.trim() === '') throw new ReasonMissing({}, ['input', 'reason']);
    const statement = await this.follow(work, statementId, expectedVersion, 'dispute');
    statement.disputeReason = reason.trim();
    statement.answeredAt = work.clock.now();
  }

  /** After talking: the bill stands as it is; corrections are counter-entries in the next statement. */
  async resolve(work: Work, statementId: string, expectedVersion: number): Promise<void> {
    await this.follow(work, statementId, expectedVersion, 'resolve');
  }

  async pay(work: Work, statementId: string, expectedVersion: number): Promise<void> {
    (await this.follow(work, statementId, expectedVersion, 'pay')).paidOn = todayIn('UTC', work.clock);
  }

  private async fill(work: Work, statement: Statement): Promise<void> {
    await sql`
      insert into vmi_statement_line (id, statement_id, supplier_id, withdrawal_id)
      select gen_random_uuid(), ${statement.id}, w.supplier_id, w.id
      from vmi_withdrawal w left join vmi_statement_line l on l.withdrawal_id = w.id
      where w.supplier_id = ${statement.supplierId} and w.currency = ${statement.currency}
        and w.occurred_on <= ${statement.periodTo}::date and l.id is null`.execute(work.sql);
    this.tell(work, statement);
  }

  private async follow(work: Work, id: string, expectedVersion: number, act: StatementAct): Promise<Statement> {
    const statement = await work.em.findOne(Statement, { id });
    if (!statement) throw new NotFound({}, ['input', 'statementId']);
    if (statement.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    statement.follow(act);
    this.tell(work, statement);
    return statement;
  }

  private tell(work: Work, { id, supplierId, state }: Statement): void {
    work.record({
      name: 'vmi.statement.moved',
      subjectType: 'Statement',
      subjectId: id,
      supplierId,
      topic: 'STATEMENT',
      payload: { state },
    });
  }
}

export const statements = new Statements();
