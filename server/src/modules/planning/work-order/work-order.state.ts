export const WORK_ORDER_STATES = ['PLANNED', 'RELEASED', 'STARTED', 'COMPLETED', 'CANCELLED'] as const;
export type WorkOrderState = (typeof WORK_ORDER_STATES)[number];
export type WorkOrderAct = 'release' | 'issue' | 'report' | 'complete' | 'cancel';

/** What may happen to a work order in each state, and where it leads. An act that is not named is refused. */
export const workOrderTransitions: Readonly<Record<WorkOrderState, Partial<Record<WorkOrderAct, WorkOrderState>>>> = {
  PLANNED: { release: 'RELEASED', cancel: 'CANCELLED' },
  RELEASED: { issue: 'STARTED', report: 'STARTED', complete: 'COMPLETED', cancel: 'CANCELLED' },
  STARTED: { issue: 'STARTED', report: 'STARTED', complete: 'COMPLETED' },
  COMPLETED: {},
  CANCELLED: {},
};

/** What the portals may offer in each state, by the name of the permission. */
export const workOrderActions: Readonly<Record<WorkOrderState, readonly string[]>> = {
  PLANNED: ['planning.work_order.release', 'planning.work_order.cancel'],
  RELEASED: ['planning.work_order.report', 'planning.work_order.cancel'],
  STARTED: ['planning.work_order.report'],
  COMPLETED: [],
  CANCELLED: [],
};
