import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { extendShape, one } from '../../../platform/read/shape.ts';
import { discrepancyShape } from '../../purchasing/discrepancy/discrepancy.shape.ts';
import { DiscrepancyType } from '../../purchasing/discrepancy/discrepancy.types.ts';
import { customerReturnLineShape } from '../../sales/return/customer-return.shape.ts';
import { CustomerReturnLineType } from '../../sales/return/customer-return.types.ts';

extendShape(customerReturnLineShape, {
  claim: one(
    () => discrepancyShape,
    (row, claim) => `${row}.claim_type = 'Discrepancy' and ${claim}.id = ${row}.claim_id`,
  ),
});
extendType(CustomerReturnLineType, {
  claim: [() => DiscrepancyType, { nullable: true, description: 'The claim against the supplier that it became.' }],
});
For(STAFF)(CustomerReturnLineType.prototype, 'claim');
