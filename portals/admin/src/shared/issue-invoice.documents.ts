import { graphql } from '#ui/graphql/graphql.ts';

export const issueInvoiceMutation = graphql(`
  mutation AdminInvoiceIssue($input: InvoiceIssueInput!) {
    invoiceIssue(input: $input) {
      invoice {
        id
        number
        state
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
