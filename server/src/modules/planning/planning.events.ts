import type { DomainEvent, Topic } from '../../platform/events/event.ts';

const about =
  (subjectType: string, topic: Topic) =>
  <Name extends string>(name: Name) =>
    Object.assign(
      (subjectId: string, payload: Record<string, unknown> = {}, supplierId?: string): DomainEvent => ({
        name,
        subjectType,
        subjectId,
        topic,
        payload,
        ...(supplierId ? { supplierId } : {}),
      }),
      { event: name },
    );

const workOrder = about('WorkOrder', 'STOCK');
const request = about('SupplierRequest', 'ORDER');

/** What happens in planning, as others hear of it; `event` is the name to subscribe to. */
export const workOrderReleased = workOrder('planning.work_order.released');
export const workOrderCompleted = workOrder('planning.work_order.completed');
export const workOrderCancelled = workOrder('planning.work_order.cancelled');
/** A run changed the plan that holds. */
export const planChanged = about('PlanningRun', 'STOCK')('planning.run.completed');
export const requestMade = request('planning.request.made');
export const requestAnswered = request('planning.request.answered');
