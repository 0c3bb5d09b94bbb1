import { graphql } from '#ui/graphql/graphql.ts';
import { agreementFields } from './agreements.documents.ts';

const agreementResult = graphql(
  `
    fragment SupplierAgreementResult on VmiAgreementPayload @_unmask {
      agreement {
        ...SupplierAgreement
      }
      userErrors {
        code
        message
        path
      }
    }
  `,
  [agreementFields],
);

export const agreementAcceptMutation = graphql(
  `
    mutation SupplierAgreementAccept($input: AgreementActInput!) {
      agreementAccept(input: $input) {
        ...SupplierAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const agreementRefuseMutation = graphql(
  `
    mutation SupplierAgreementRefuse($input: AgreementActInput!) {
      agreementRefuse(input: $input) {
        ...SupplierAgreementResult
      }
    }
  `,
  [agreementResult],
);
