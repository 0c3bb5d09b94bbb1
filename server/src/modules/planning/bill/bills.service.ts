import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import {
  AmountNotPositive,
  InvalidFraction,
  InvalidPlanningData,
  NothingInBill,
  ValidityReversed,
} from '../planning.errors.ts';
import { BillComponent } from './bill-component.entity.ts';
import { Bill } from './bill.entity.ts';
import { structures } from './structures.service.ts';

interface Validity {
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}
export interface BillComponentDraft extends Validity {
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly scrap?: Decimal | null;
  readonly isPhantom: boolean;
  readonly operationNo?: number | null;
}
/** A bill as somebody wants it to be; the id and the version he saw when it exists. */
export interface BillDraft extends Validity {
  readonly id: string | null;
  readonly expectedVersion?: number | null;
  readonly itemId: string;
  readonly siteId: string | null;
  readonly revision: string;
  readonly alternate: number;
  readonly baseQuantity?: Decimal | null;
  readonly note: string;
  readonly components: readonly BillComponentDraft[];
}

/** Keeps bills of materials. */
class Bills {
  /** @throws BillLoops, NothingInBill, AmountNotPositive, InvalidFraction, ValidityReversed, DuplicateBill, StaleObject */
  async save(work: Work, draft: BillDraft): Promise<string> {
    this.check(draft);
    await this.checkItems(work, draft);
    const bill = draft.id ? await this.existing(work, draft.id, draft.expectedVersion) : new Bill();
    work.em.persist(Object.assign(bill, headOf(draft)));
    await work.em.flush();
    await work.em.nativeDelete(BillComponent, { billId: bill.id });
    draft.components.forEach((component, index) =>
      work.em.persist(Object.assign(new BillComponent(), componentOf(component, bill.id, index + 1))),
    );
    await structures.refuseLoops(work, [draft.itemId], ['input', 'components']);
    await structures.makeThem(work, [draft.itemId]);
    await structures.codeLevels(work);
    return bill.id;
  }

  /** Takes a bill away. Orders that were made by it keep what they need. @throws StaleObject, NotFound */
  async remove(work: Work, id: string, expectedVersion: number): Promise<void> {
    const bill = await this.existing(work, id, expectedVersion);
    await work.em.nativeDelete(BillComponent, { billId: bill.id });
    work.em.remove(bill);
    await work.em.flush();
    await structures.codeLevels(work);
  }

  private async existing(work: Work, id: string, version: number | null | undefined): Promise<Bill> {
    const bill = await work.em.findOne(Bill, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!bill) throw new NotFound({}, ['input', 'id']);
    if (bill.version !== version) throw new StaleObject({}, ['input', 'expectedVersion']);
    return bill;
  }

  private check(draft: BillDraft): void {
    if (draft.components.length === 0) throw new NothingInBill({}, ['input', 'components']);
    if (draft.baseQuantity?.lte(0)) throw new AmountNotPositive({}, ['input', 'baseQuantity']);
    if (draft.alternate < 1) throw new InvalidPlanningData({}, ['input', 'alternate']);
    checkValidity(draft, ['input']);
    draft.components.forEach((component, index) => checkComponent(component, ['input', 'components', String(index)]));
  }

  private async checkItems(work: Work, { itemId, components }: BillDraft): Promise<void> {
    const wanted = [itemId, ...components.map((component) => component.itemId)];
    const known = new Set((await work.em.find(Item, { id: { $in: wanted } }, { fields: ['id'] })).map(({ id }) => id));
    if (!known.has(itemId)) throw new NotFound({}, ['input', 'itemId']);
    components.forEach((component, index) => {
      if (!known.has(component.itemId)) throw new NotFound({}, ['input', 'components', String(index), 'itemId']);
    });
  }
}

function checkComponent(component: BillComponentDraft, path: readonly string[]): void {
  if (component.quantity.lte(0)) throw new AmountNotPositive({}, [...path, 'quantity']);
  const { scrap } = component;
  if (scrap && (scrap.isNegative() || scrap.gte(1))) throw new InvalidFraction({}, [...path, 'scrap']);
  checkValidity(component, path);
}

function checkValidity({ validFrom, validTo }: Validity, path: readonly string[]): void {
  if (validFrom && validTo && validTo < validFrom) throw new ValidityReversed({}, [...path, 'validTo']);
}

const validityOf = ({ validFrom, validTo }: Validity) => ({
  validFrom: validFrom ?? '-infinity',
  validTo: validTo ?? 'infinity',
});

function headOf(draft: BillDraft): Partial<Bill> {
  const { itemId, siteId, revision, alternate, note } = draft;
  const baseQuantity = draft.baseQuantity ?? new Decimal(1);
  return { itemId, siteId, revision: revision.trim() || '1', alternate, note, baseQuantity, ...validityOf(draft) };
}

function componentOf(draft: BillComponentDraft, billId: string, position: number): Partial<BillComponent> {
  const { itemId, quantity, isPhantom } = draft;
  const more = { scrap: draft.scrap ?? new Decimal(0), operationNo: draft.operationNo ?? null };
  return { billId, position, itemId, quantity, isPhantom, ...more, ...validityOf(draft) };
}

export const bills = new Bills();
