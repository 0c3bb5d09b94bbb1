import { graphql } from '#ui/graphql/graphql.ts';

export const discardInvoiceMutation = graphql(`
  mutation AdminInvoiceDiscard($input: InvoiceDiscardInput!) {
    invoiceDiscard(input: $input) {
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

export const creditNoteMutation = graphql(`
  mutation AdminCreditNote($input: CreditNoteIssueInput!) {
    creditNoteIssue(input: $input) {
      invoice {
        id
        number
        state
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
