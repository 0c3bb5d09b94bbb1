import { lateClaims } from '../modules/purchasing/discrepancy/late-claims.service.ts';
import { useSupplierClaims } from '../modules/sales/return/supplier-claim.port.ts';

/** Goods that a customer sent back go on to their supplier: sales asks, purchasing answers, and neither knows the other. */
useSupplierClaims({
  open: async (work, wish) => {
    const id = await lateClaims.open(work, wish);
    return id === null ? null : { type: 'Discrepancy', id };
  },
});
