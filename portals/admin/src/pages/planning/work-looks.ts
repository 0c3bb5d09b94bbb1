/** How the states of a work order look, in the words of the kit. */
export const workLook = {
  PLANNED: 'DRAFT',
  RELEASED: 'RELEASED',
  STARTED: 'RUNNING',
  COMPLETED: 'DONE',
  CANCELLED: 'CANCELLED',
} as const;

export type WorkAct = 'release' | 'issue' | 'receive' | 'scrap' | 'cancel';

/** Which acts each permission opens. */
export const actsOf: Readonly<Record<string, readonly WorkAct[]>> = {
  'planning.work_order.release': ['release'],
  'planning.work_order.report': ['issue', 'receive', 'scrap'],
  'planning.work_order.cancel': ['cancel'],
};

/** How the states of a scenario look. */
export const scenarioLooks = { OPEN: 'OPEN', APPLIED: 'DONE', DISCARDED: 'CANCELLED' } as const;
