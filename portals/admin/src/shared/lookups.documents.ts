import { graphql } from '#ui/graphql/graphql.ts';

export const itemChoicesQuery = graphql(`
  query AdminItemChoices($search: String) {
    items(first: 20, search: $search, isActive: true) {
      edges {
        node {
          id
          sku
          name
          unit
          isLotTracked
        }
      }
    }
  }
`);

export const supplierChoicesQuery = graphql(`
  query AdminSupplierChoices($search: String) {
    organisations(first: 20, search: $search, isSupplier: true) {
      edges {
        node {
          id
          number
          name
          currency
        }
      }
    }
  }
`);

export const organisationChoicesQuery = graphql(`
  query AdminOrganisationChoices($search: String) {
    organisations(first: 20, search: $search) {
      edges {
        node {
          id
          number
          name
        }
      }
    }
  }
`);

export const siteChoicesQuery = graphql(`
  query AdminSiteChoices {
    sites(first: 100) {
      edges {
        node {
          id
          code
          name
          timeZone
        }
      }
    }
  }
`);

export const locationChoicesQuery = graphql(`
  query AdminLocationChoices($siteId: ID) {
    locations(first: 100, siteId: $siteId) {
      edges {
        node {
          id
          code
          name
          kind
          isActive
          site {
            id
            code
          }
        }
      }
    }
  }
`);

export const unitChoicesQuery = graphql(`
  query AdminUnitChoices {
    units(first: 100) {
      edges {
        node {
          id
          code
          name
        }
      }
    }
  }
`);
