import { graphql } from '#ui/graphql/graphql.ts';
import { agreementFields } from './agreements.documents.ts';

export const agreementResult = graphql(
  `
    fragment AdminAgreementResult on VmiAgreementPayload @_unmask {
      agreement {
        ...AdminAgreement
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

export const draftMutation = graphql(
  `
    mutation AdminAgreementDraft($input: AgreementDraftInput!) {
      agreementDraft(input: $input) {
        ...AdminAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const amendMutation = graphql(
  `
    mutation AdminAgreementAmend($input: AgreementAmendInput!) {
      agreementAmend(input: $input) {
        ...AdminAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const proposeMutation = graphql(
  `
    mutation AdminAgreementPropose($input: AgreementActInput!) {
      agreementPropose(input: $input) {
        ...AdminAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const acceptMutation = graphql(
  `
    mutation AdminAgreementAccept($input: AgreementActInput!) {
      agreementAccept(input: $input) {
        ...AdminAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const refuseMutation = graphql(
  `
    mutation AdminAgreementRefuse($input: AgreementActInput!) {
      agreementRefuse(input: $input) {
        ...AdminAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const suspendMutation = graphql(
  `
    mutation AdminAgreementSuspend($input: AgreementActInput!) {
      agreementSuspend(input: $input) {
        ...AdminAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const resumeMutation = graphql(
  `
    mutation AdminAgreementResume($input: AgreementActInput!) {
      agreementResume(input: $input) {
        ...AdminAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const terminateMutation = graphql(
  `
    mutation AdminAgreementTerminate($input: AgreementActInput!) {
      agreementTerminate(input: $input) {
        ...AdminAgreementResult
      }
    }
  `,
  [agreementResult],
);

export const fromTermsMutation = graphql(`
  mutation AdminAgreementsFromTerms($input: AgreementsFromTermsInput!) {
    agreementsFromTerms(input: $input) {
      lineCount
      agreements {
        id
        number
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const lineSaveMutation = graphql(`
  mutation AdminAgreementLineSave($input: AgreementLineSaveInput!) {
    agreementLineSave(input: $input) {
      line {
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
