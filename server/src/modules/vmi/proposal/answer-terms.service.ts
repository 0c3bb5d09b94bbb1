import { todayIn } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Tolerance } from './answer-tolerance.calc.ts';

/** What an answer to a proposal is measured by, under the terms in force. */
export interface AnswerTerms {
  readonly agreementState: string;
  readonly tolerance: Tolerance;
  /** The day it is at the site. */
  readonly today: string;
}

const TERMS = `
  select a.state, v.quantity_tolerance::text as quantity, v.date_tolerance_days as days, s.time_zone
  from vmi_proposal p join vmi_agreement a on a.id = p.agreement_id
  join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no and v.state = 'ACCEPTED'
  join catalog_site s on s.id = p.site_id
  where p.id = $1::uuid`;

/** Null where there are none, or no such proposal. */
export async function answerTermsOf(work: Work, proposalId: string): Promise<AnswerTerms | null> {
  const [row] = await work.send<{ state: string; quantity: string; days: number; time_zone: string }>(TERMS, [
    proposalId,
  ]);
  if (!row) return null;
  return {
    agreementState: row.state,
    tolerance: { quantity: new Decimal(row.quantity), days: row.days },
    today: todayIn(row.time_zone, work.clock),
  };
}
