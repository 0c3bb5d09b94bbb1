import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { newId } from '../../../server/src/kernel/id.ts';
import { Item } from '../../../server/src/modules/catalog/item/item.entity.ts';
import { siteSetup } from '../../../server/src/modules/catalog/site/site-setup.service.ts';
import { PriceBreak } from '../../../server/src/modules/catalog/supplier-item/price-break.entity.ts';
import { SupplierItem } from '../../../server/src/modules/catalog/supplier-item/supplier-item.entity.ts';
import { Unit } from '../../../server/src/modules/catalog/unit/unit.entity.ts';
import type { TestApp } from '../app.ts';

// All of one length: they sort as they were made, and none begins another.
let serial = 10_000;

/** The unit of that code, made once per database. */
export async function aUnit(app: TestApp, code = 'EA'): Promise<string> {
  await app.prepare(async ({ em }) => {
    if (await em.findOne(Unit, { code })) return;
    em.persist(Object.assign(new Unit(), { code, nameEn: code, nameZh: code }));
  });
  return code;
}

/** An item kept in pieces, unless `values` say otherwise. */
export async function anItem(app: TestApp, values: Partial<Item> = {}): Promise<Item> {
  const unitCode = await aUnit(app, values.unitCode ?? 'EA');
  return app.prepare(async ({ em }) => {
    const item = Object.assign(new Item(), {
      sku: `SKU-${++serial}-${newId().slice(-4)}`,
      nameEn: `Item ${serial}`,
      nameZh: `物料 ${serial}`,
      supply: 'BUY',
      ...values,
      unitCode,
    });
    em.persist(item);
    return item;
  });
}

/** A site with a location of every kind; gives its id. */
export async function aSite(app: TestApp, code = `SITE-${++serial}`, timeZone = 'UTC'): Promise<string> {
  return app.prepare((work) => siteSetup.openSite(work, { code, name: `Site ${code}`, timeZone }));
}

export interface PriceDraft {
  readonly from?: number;
  readonly price: number | string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** The terms on which that supplier supplies that item. */
export async function aSupplierItem(
  app: TestApp,
  supplierId: string,
  itemId: string,
  values: Partial<SupplierItem> = {},
  prices: readonly PriceDraft[] = [{ price: '10' }],
): Promise<SupplierItem> {
  const orderUnitCode = await aUnit(app, values.orderUnitCode ?? 'EA');
  return app.prepare(async ({ em }) => {
    const terms = Object.assign(new SupplierItem(), { supplierId, itemId, ...values, orderUnitCode });
    em.persist(terms);
    for (const { from = 0, price, validFrom, validTo } of prices) {
      em.persist(
        Object.assign(new PriceBreak(), {
          supplierItemId: terms.id,
          supplierId,
          fromQuantity: new Decimal(from),
          unitPrice: new Decimal(price),
          ...(validFrom ? { validFrom } : {}),
          ...(validTo ? { validTo } : {}),
        }),
      );
    }
    return terms;
  });
}
