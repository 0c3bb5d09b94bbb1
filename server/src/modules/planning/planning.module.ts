import type { Role } from '../../platform/access/role.ts';
import type { Module } from '../../platform/module.ts';
import { BillComponent } from './bill/bill-component.entity.ts';
import { Bill } from './bill/bill.entity.ts';
import { BillResolver } from './bill/bill.resolver.ts';
import { StructureResolver } from './bill/structure.resolver.ts';
import { CapacityResolver } from './capacity/capacity.resolver.ts';
import { Demand } from './demand/demand.entity.ts';
import { ForecastBucket } from './forecast/forecast-bucket.entity.ts';
import { Forecast } from './forecast/forecast.entity.ts';
import { forecastJobs } from './forecast/forecast.job.ts';
import { ForecastResolver } from './forecast/forecast.resolver.ts';
import { PlanningItem } from './item/planning-item.entity.ts';
import { PlanningItemResolver } from './item/planning-item.resolver.ts';
import { MasterScheduleResolver } from './master/master-schedule.resolver.ts';
import { mrpRunJobs } from './mrp/mrp-run.job.ts';
import { planChangeSubscribers } from './mrp/plan-changes.subscribers.ts';
import { MpsEntry } from './mps/mps-entry.entity.ts';
import { ActionMessage } from './plan/action-message.entity.ts';
import { GridResolver } from './plan/grid.resolver.ts';
import { MessageResolver } from './plan/message.resolver.ts';
import { PeggingResolver } from './plan/pegging.resolver.ts';
import { PlannedOrder } from './plan/planned-order.entity.ts';
import { PlannedOrderResolver } from './plan/planned-order.resolver.ts';
import { RecordResolver } from './plan/record.resolver.ts';
import { SupplierRequestResolver } from './request/request.resolver.ts';
import { SupplierRequest } from './request/supplier-request.entity.ts';
import { Operation } from './routing/operation.entity.ts';
import { Routing } from './routing/routing.entity.ts';
import { RoutingResolver } from './routing/routing.resolver.ts';
import { WorkCentreResolver } from './routing/work-centre.resolver.ts';
import { WorkCentre } from './routing/work-centre.entity.ts';
import { planningCommands } from './planning.commands.ts';
import { PlanningRunResolver } from './run/planning-run.resolver.ts';
import { PlanningPolicyResolver } from './run/planning-policy.resolver.ts';
import { PlanningPolicy } from './run/planning-policy.entity.ts';
import { ScenarioActsResolver } from './scenario/scenario-acts.resolver.ts';
import { Scenario } from './scenario/scenario.entity.ts';
import { ScenarioResolver } from './scenario/scenario.resolver.ts';
import { SafetyStockProposal } from './stock/safety-stock-proposal.entity.ts';
import { SafetyStockProposalResolver } from './stock/safety-stock-proposal.resolver.ts';
import { safetyStockJobs } from './stock/safety-stock.job.ts';
import { WorkOrderComponent } from './work-order/work-order-component.entity.ts';
import { WorkOrderActsResolver } from './work-order/work-order-acts.resolver.ts';
import { WorkOrder } from './work-order/work-order.entity.ts';
import { WorkOrderResolver } from './work-order/work-order.resolver.ts';

const PLANNING: readonly Role[] = ['ADMIN', 'PLANNER'];

export const planning: Module = {
  name: 'planning',
  entities: [
    PlanningItem,
    Bill,
    BillComponent,
    WorkCentre,
    Routing,
    Operation,
    Demand,
    Forecast,
    ForecastBucket,
    MpsEntry,
    SafetyStockProposal,
    WorkOrder,
    WorkOrderComponent,
    Scenario,
    PlanningPolicy,
    PlannedOrder,
    ActionMessage,
    SupplierRequest,
  ],
  resolvers: [
    PlanningItemResolver,
    BillResolver,
    StructureResolver,
    ForecastResolver,
    MasterScheduleResolver,
    SafetyStockProposalResolver,
    WorkCentreResolver,
    RoutingResolver,
    CapacityResolver,
    PlanningPolicyResolver,
    WorkOrderResolver,
    WorkOrderActsResolver,
    PlannedOrderResolver,
    RecordResolver,
    PeggingResolver,
    GridResolver,
    MessageResolver,
    PlanningRunResolver,
    SupplierRequestResolver,
    ScenarioResolver,
    ScenarioActsResolver,
  ],
  actions: {
    'planning.item.save': PLANNING,
    'planning.bill.save': PLANNING,
    'planning.forecast.save': PLANNING,
    'planning.schedule.save': PLANNING,
    'planning.routing.save': PLANNING,
    'planning.run.start': PLANNING,
    'planning.scenario.change': PLANNING,
    'planning.scenario.apply': PLANNING,
    'planning.message.handle': PLANNING,
    'planning.order.firm': PLANNING,
    'planning.order.release': ['ADMIN', 'PLANNER', 'BUYER'],
    'planning.request.make': ['ADMIN', 'PLANNER', 'BUYER'],
    'planning.request.withdraw': ['ADMIN', 'PLANNER', 'BUYER'],
    'planning.request.answer': ['SUPPLIER_ADMIN', 'SUPPLIER_PLANNER'],
    'planning.work_order.open': PLANNING,
    'planning.work_order.release': PLANNING,
    'planning.work_order.cancel': PLANNING,
    'planning.work_order.report': ['ADMIN', 'PLANNER', 'WAREHOUSE'],
  },
  subscribers: planChangeSubscribers,
  jobs: [...mrpRunJobs, ...forecastJobs, ...safetyStockJobs],
  commands: planningCommands,
};
