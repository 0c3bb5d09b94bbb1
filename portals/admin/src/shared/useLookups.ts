import { useClientHandle, useQuery } from '@urql/vue';
import { type ComputedRef, computed } from 'vue';
import type { Choice } from '#ui/forms/choice.ts';
import {
  itemChoicesQuery,
  organisationChoicesQuery,
  siteChoicesQuery,
  supplierChoicesQuery,
  unitChoicesQuery,
} from './lookups.documents.ts';

/** An item as a choice, with what a line about it needs to know at once. */
export interface ItemChoice extends Choice {
  readonly unit: string;
  readonly isLotTracked: boolean;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Lookups {
  readonly items: (text: string) => Promise<readonly ItemChoice[]>;
  readonly suppliers: (text: string) => Promise<readonly Choice[]>;
  readonly organisations: (text: string) => Promise<readonly Choice[]>;
}

/** The answers behind the fields in which people look something up by typing. */
export function useLookups(): Lookups {
  const { client } = useClientHandle();
  return {
    async items(text) {
      const { data } = await client.query(itemChoicesQuery, { search: text || null }).toPromise();
      return (data?.items.edges ?? []).map(({ node }) => ({
        value: node.id,
        label: `${node.sku} · ${node.name}`,
        detail: node.unit,
        unit: node.unit,
        isLotTracked: node.isLotTracked,
      }));
    },
    async suppliers(text) {
      const { data } = await client.query(supplierChoicesQuery, { search: text || null }).toPromise();
      return (data?.organisations.edges ?? []).map(({ node }) => ({
        value: node.id,
        label: node.name,
        detail: node.number,
      }));
    },
    async organisations(text) {
      const { data } = await client.query(organisationChoicesQuery, { search: text || null }).toPromise();
      return (data?.organisations.edges ?? []).map(({ node }) => ({
        value: node.id,
        label: node.name,
        detail: node.number,
      }));
    },
  };
}

/** Our sites, few enough to choose from a list. */
export function useSites(): ComputedRef<readonly Option[]> {
  const { data } = useQuery({ query: siteChoicesQuery, variables: {} });
  return computed(() =>
    (data.value?.sites.edges ?? []).map(({ node }) => ({
      value: node.id,
      label: `${node.code} · ${node.name}`,
    })),
  );
}

export function useUnits(): ComputedRef<readonly Option[]> {
  const { data } = useQuery({ query: unitChoicesQuery, variables: {} });
  return computed(() =>
    (data.value?.units.edges ?? []).map(({ node }) => ({
      value: node.code,
      label: `${node.code} · ${node.name}`,
    })),
  );
}
