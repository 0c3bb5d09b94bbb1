import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const noticeFields = graphql(`
  fragment SupplierNotice on ShipmentNotice @_unmask {
    id
    number
    state
    version
    allowedActions
    shippedOn
    expectedOn
    firstExpectedOn
    carrier
    tracking
    isOverdue
    site {
      id
      code
      name
      timeZone
      address
    }
  }
`);

export const noticesQuery = graphql(
  `
    query SupplierNotices(
      $first: Int!
      $after: String
      $sort: ShipmentNoticeSort!
      $search: String
      $state: [ShipmentNoticeState!]
      $isOverdue: Boolean
    ) {
      shipmentNotices(
        first: $first
        after: $after
        sort: $sort
        search: $search
        state: $state
        isOverdue: $isOverdue
      ) {
        edges {
          node {
            ...SupplierNotice
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [noticeFields],
);

export const noticeQuery = graphql(
  `
    query SupplierNoticePage($id: ID!) {
      shipmentNotice(id: $id) {
        ...SupplierNotice
        note
        createdAt
        submittedAt
        arrivedAt
        supplier {
          id
          name
        }
        handlingUnits {
          id
          position
          sscc
        }
        changes {
          id
          fromExpectedOn
          toExpectedOn
          reason
          changedAt
        }
        lines {
          id
          lineNo
          lot
          quantity {
            value
            unit
          }
          receivedQuantity {
            value
            unit
          }
          item {
            id
            sku
            name
            gtin
          }
          handlingUnit {
            id
            position
          }
          scheduleLine {
            id
            orderId
            orderNumber
          }
        }
      }
    }
  `,
  [noticeFields],
);

export const shippableQuery = graphql(`
  query SupplierShippable($first: Int!, $after: String, $search: String, $orderId: ID) {
    openScheduleLines(first: $first, after: $after, sort: DUE, search: $search, orderId: $orderId, isShippable: true) {
      edges {
        node {
          id
          scheduleNo
          orderId
          orderNumber
          dueOn
          isOverdue
          item {
            id
            sku
            name
            isLotTracked
          }
          site {
            id
            code
            name
          }
          shippableQuantity {
            value
            unit
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const noticeSaveMutation = graphql(`
  mutation SupplierNoticeSave($input: ShipmentNoticeSaveInput!) {
    shipmentNoticeSave(input: $input) {
      notice {
        id
        number
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

export const noticeSubmitMutation = graphql(
  `
    mutation SupplierNoticeSubmit($input: ShipmentNoticeSubmitInput!) {
      shipmentNoticeSubmit(input: $input) {
        notice {
          ...SupplierNotice
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [noticeFields],
);

export const noticeDispatchMutation = graphql(
  `
    mutation SupplierNoticeDispatch($input: ShipmentNoticeDispatchInput!) {
      shipmentNoticeDispatch(input: $input) {
        notice {
          ...SupplierNotice
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [noticeFields],
);

export const noticeChangeExpectedMutation = graphql(
  `
    mutation SupplierNoticeChangeExpected($input: ShipmentNoticeChangeExpectedInput!) {
      shipmentNoticeChangeExpected(input: $input) {
        notice {
          ...SupplierNotice
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [noticeFields],
);

export const noticeCancelMutation = graphql(
  `
    mutation SupplierNoticeCancel($input: ShipmentNoticeCancelInput!) {
      shipmentNoticeCancel(input: $input) {
        notice {
          ...SupplierNotice
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [noticeFields],
);

export type NoticeRow = ResultOf<typeof noticeFields>;
export type Notice = NonNullable<ResultOf<typeof noticeQuery>['shipmentNotice']>;
export type Shippable = ResultOf<typeof shippableQuery>['openScheduleLines']['edges'][number]['node'];
