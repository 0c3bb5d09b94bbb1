import { graphql } from '#ui/graphql/graphql.ts';
import type { SalesLine } from './sales-line.documents.ts';

export const setLineMutation = graphql(`
  mutation SalesOrderLineSet($input: OrderLineSetInput!) {
    orderLineSet(input: $input) {
      order {
        id
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const changeDraftMutation = graphql(`
  mutation SalesOrderDraftChange($input: OrderDraftChangeInput!) {
    orderDraftChange(input: $input) {
      order {
        id
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

/** What is edited of a draft. */
export interface SalesDraft {
  readonly id: string;
  readonly version: number;
  readonly customer: { readonly id: string } | null;
  readonly customerReference: string;
  readonly requestedOn: string;
  readonly shipTo: string;
  readonly note: string;
  readonly freight: { readonly amount: string; readonly currency: string };
  readonly lines: readonly SalesLine[];
}
