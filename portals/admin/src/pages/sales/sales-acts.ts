export type SalesAct =
  'submit' | 'reprice' | 'confirm' | 'release' | 'allocate' | 'invoice' | 'hold' | 'close' | 'cancel';

/** These ask for a reason; the others only for a yes. */
export const reasonedActs: readonly SalesAct[] = ['hold', 'close', 'cancel'];

const permission: Readonly<Record<SalesAct, string>> = {
  cancel: 'sales.order.cancel',
  close: 'sales.order.close',
  hold: 'sales.order.hold',
  reprice: 'sales.order.draft',
  allocate: 'sales.order.allocate',
  invoice: 'sales.invoice.issue',
  submit: 'sales.order.submit',
  confirm: 'sales.order.confirm',
  release: 'sales.order.release',
};
const primary: readonly SalesAct[] = ['submit', 'confirm', 'release'];

/** The acts to offer, the one that brings the order on at the end. */
export function salesActs(
  allowed: readonly string[],
  { fulfilment, invoicing }: { readonly fulfilment: string; readonly invoicing: string },
): { readonly act: SalesAct; readonly isPrimary: boolean }[] {
  const isToInvoice = fulfilment !== 'NONE' && invoicing !== 'INVOICED';
  return (Object.keys(permission) as SalesAct[])
    .filter((act) => allowed.includes(permission[act]))
    .filter((act) => act !== 'invoice' || isToInvoice)
    .map((act) => ({ act, isPrimary: primary.includes(act) }));
}
