import { graphql } from '#ui/graphql/graphql.ts';

export const noticeHeadFields = graphql(`
  fragment AdminNoticeHead on ShipmentNotice @_unmask {
    id
    number
    state
    shippedOn
    expectedOn
    firstExpectedOn
    carrier
    tracking
    isOverdue
    arrivedAt
    supplier {
      id
      name
    }
    site {
      id
      code
      name
      timeZone
    }
  }
`);

export const noticesQuery = graphql(
  `
    query AdminNotices(
      $first: Int!
      $after: String
      $search: String
      $state: [ShipmentNoticeState!]
      $siteId: ID
      $isOverdue: Boolean
    ) {
      shipmentNotices(
        first: $first
        after: $after
        search: $search
        state: $state
        siteId: $siteId
        isOverdue: $isOverdue
        sort: EXPECTED
      ) {
        edges {
          node {
            ...AdminNoticeHead
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [noticeHeadFields],
);

export const noticeFields = graphql(
  `
    fragment AdminNoticeFields on ShipmentNotice @_unmask {
      ...AdminNoticeHead
      note
      version
      allowedActions
      lines {
        id
        lineNo
        lot
        item {
          id
          sku
          name
          gtin
          isLotTracked
          units {
            id
            gtin
          }
        }
        scheduleLine {
          id
          orderId
          orderNumber
        }
        handlingUnit {
          id
          sscc
        }
        quantity {
          value
          unit
        }
        receivedQuantity {
          value
          unit
        }
      }
    }
  `,
  [noticeHeadFields],
);

export const noticeQuery = graphql(
  `
    query AdminNotice($id: ID!) {
      shipmentNotice(id: $id) {
        ...AdminNoticeFields
      }
    }
  `,
  [noticeFields],
);

export const noticeArriveMutation = graphql(
  `
    mutation AdminNoticeArrive($input: NoticeArriveInput!) {
      noticeArrive(input: $input) {
        notice {
          ...AdminNoticeFields
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

export const openLinesQuery = graphql(`
  query AdminOpenScheduleLines($supplierId: ID, $itemId: ID) {
    openScheduleLines(first: 50, supplierId: $supplierId, itemId: $itemId, sort: DUE) {
      edges {
        node {
          id
          orderNumber
          dueOn
          isOverdue
          supplier {
            id
            name
          }
          site {
            id
            code
          }
          item {
            id
            sku
            name
            gtin
            isLotTracked
          }
          openQuantity {
            value
            unit
          }
        }
      }
    }
  }
`);

export const scanQuery = graphql(`
  query AdminScan($text: String!, $item: String!) {
    shipmentNotices(first: 2, search: $text, sort: EXPECTED) {
      edges {
        node {
          id
          number
        }
      }
    }
    items(first: 2, search: $item, isActive: true) {
      edges {
        node {
          id
          sku
        }
      }
    }
  }
`);
