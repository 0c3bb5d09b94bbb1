import type { Role } from '../../platform/access/role.ts';
import type { Module } from '../../platform/module.ts';
import { AgreementActsResolver } from './agreement/agreement-acts.resolver.ts';
import { Agreement } from './agreement/agreement.entity.ts';
import { AgreementResolver } from './agreement/agreement.resolver.ts';
import { AgreementVersion } from './agreement/agreement-version.entity.ts';
import { AlertResolver } from './alert/alert.resolver.ts';
import { Commitment } from './commitment/commitment.entity.ts';
import { CommitmentResolver } from './commitment/commitment.resolver.ts';
import { ageingJob } from './consignment/ageing.job.ts';
import { ConsignmentResolver } from './consignment/consignment.resolver.ts';
import { StatementLine } from './consignment/statement-line.entity.ts';
import { Statement } from './consignment/statement.entity.ts';
import { StatementResolver } from './consignment/statement.resolver.ts';
import { Withdrawal } from './consignment/withdrawal.entity.ts';
import { AgreementLine } from './line/agreement-line.entity.ts';
import { VmiLineResolver } from './line/vmi-line.resolver.ts';
import { ProposalActsResolver } from './proposal/proposal-acts.resolver.ts';
import { Proposal } from './proposal/proposal.entity.ts';
import { ProposalResolver } from './proposal/proposal.resolver.ts';
import { RunResolver } from './run/run.resolver.ts';
import { SummaryResolver } from './summary/summary.resolver.ts';
import { vmiJobs } from './vmi.jobs.ts';
import { vmiSubscribers } from './vmi.subscribers.ts';

const BUYING: readonly Role[] = ['ADMIN', 'BUYER', 'PLANNER'];
const PLANNING: readonly Role[] = ['ADMIN', 'PLANNER'];
const SUPPLYING: readonly Role[] = ['SUPPLIER_ADMIN', 'SUPPLIER_PLANNER'];

export const vmi: Module = {
  name: 'vmi',
  entities: [Agreement, AgreementVersion, AgreementLine, Proposal, Commitment, Withdrawal, Statement, StatementLine],
  resolvers: [
    AgreementResolver,
    AgreementActsResolver,
    VmiLineResolver,
    AlertResolver,
    ProposalResolver,
    ProposalActsResolver,
    CommitmentResolver,
    RunResolver,
    SummaryResolver,
    ConsignmentResolver,
    StatementResolver,
  ],
  actions: {
    'vmi.agreement.draft': [...BUYING, ...SUPPLYING],
    'vmi.agreement.propose': ['ADMIN', 'BUYER', ...SUPPLYING],
    'vmi.agreement.accept': ['ADMIN', 'BUYER', 'SUPPLIER_ADMIN'],
    'vmi.agreement.amend': ['ADMIN', 'BUYER', 'SUPPLIER_ADMIN'],
    'vmi.agreement.suspend': ['ADMIN', 'BUYER', 'SUPPLIER_ADMIN'],
    'vmi.agreement.resume': ['ADMIN', 'BUYER', 'SUPPLIER_ADMIN'],
    'vmi.agreement.terminate': ['ADMIN', 'BUYER', 'SUPPLIER_ADMIN'],
    'vmi.agreement.from_terms': ['ADMIN', 'BUYER'],
    'vmi.line.save': [...BUYING, ...SUPPLYING],
    'vmi.line.snooze': PLANNING,
    'vmi.limits.change': [...PLANNING, ...SUPPLYING],
    'vmi.run.start': PLANNING,
    'vmi.proposal.release': PLANNING,
    'vmi.proposal.answer': SUPPLYING,
    'vmi.proposal.review': BUYING,
    'vmi.supply.propose': SUPPLYING,
    'vmi.commitment.cancel': [...BUYING, ...SUPPLYING],
    'vmi.commitment.agree': [...BUYING, ...SUPPLYING],
    'vmi.consignment.consume': ['ADMIN', 'PLANNER', 'WAREHOUSE'],
    'vmi.consignment.transfer': ['ADMIN', 'PLANNER', 'BUYER'],
    'vmi.withdrawal.reverse': ['ADMIN', 'PLANNER'],
    'vmi.statement.close': ['ADMIN', 'FINANCE'],
    'vmi.statement.bill': ['ADMIN', 'FINANCE'],
    'vmi.statement.resolve': ['ADMIN', 'FINANCE'],
    'vmi.statement.pay': ['ADMIN', 'FINANCE'],
    'vmi.statement.agree': ['SUPPLIER_ADMIN'],
    'vmi.statement.dispute': ['SUPPLIER_ADMIN', 'SUPPLIER_PLANNER'],
  },
  subscribers: vmiSubscribers,
  jobs: [...vmiJobs, ageingJob],
};
