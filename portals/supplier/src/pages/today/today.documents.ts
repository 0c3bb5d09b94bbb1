import { graphql } from '#ui/graphql/graphql.ts';
import { proposalFields } from '../proposals/proposals.documents.ts';

export const todayQuery = graphql(
  `
    query SupplierToday {
      vmiProposals(first: 8, sort: ANSWER_DUE, state: [OPEN]) {
        totalCount
        nodes {
          ...SupplierProposal
        }
      }
      purchaseOrders(first: 8, sort: OLDEST, state: [ISSUED], answerState: [AWAITING]) {
        totalCount
        nodes {
          id
          number
          version
          orderedOn
          nextDueOn
          isOverdue
          site {
            id
            code
          }
          total {
            amount
            currency
          }
        }
      }
      shipmentNotices(first: 8, sort: EXPECTED, isOverdue: true) {
        totalCount
        nodes {
          id
          number
          expectedOn
          site {
            id
            code
          }
        }
      }
      vmiLines(first: 1, colour: [OUT_OF_STOCK, BELOW_MIN]) {
        totalCount
      }
      vmiAlerts(first: 12, isOpen: true) {
        totalCount
        nodes {
          id
          type
          severity
          message
          openedAt
          line {
            id
            item {
              id
              sku
              name
            }
          }
        }
      }
      statements(first: 5, state: [SELF_BILLED]) {
        totalCount
        nodes {
          id
          number
          periodFrom
          periodTo
          total {
            amount
            currency
          }
        }
      }
      discrepancies(first: 1, state: [OPEN]) {
        totalCount
      }
    }
  `,
  [proposalFields],
);
