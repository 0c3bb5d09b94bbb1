import type { Module } from '../../platform/module.ts';
import { ageingJob } from './consignment/ageing.job.ts';
import { ConsignmentResolver } from './consignment/consignment.resolver.ts';
import { StatementLine } from './consignment/statement-line.entity.ts';
import { Statement } from './consignment/statement.entity.ts';
import { StatementResolver } from './consignment/statement.resolver.ts';
import { Withdrawal } from './consignment/withdrawal.entity.ts';

export const vmi: Module = {
  name: 'vmi',
  entities: [Withdrawal, Statement, StatementLine],
  resolvers: [ConsignmentResolver, StatementResolver],
  actions: {
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
  jobs: [ageingJob],
};
