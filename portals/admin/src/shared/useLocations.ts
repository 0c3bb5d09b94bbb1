import { useQuery } from '@urql/vue';
import { type ComputedRef, computed } from 'vue';
import { locationChoicesQuery } from './lookups.documents.ts';

export interface LocationOption {
  readonly value: string;
  readonly label: string;
  readonly kind: string;
}

const HOLDS_STOCK = new Set(['STORAGE', 'RECEIVING', 'QUARANTINE']);

/** The places of a site that hold stock (of all sites when none is named). */
export function useLocations(siteId: () => string | null): ComputedRef<readonly LocationOption[]> {
  const { data } = useQuery({
    query: locationChoicesQuery,
    variables: computed(() => ({ siteId: siteId() })),
  });
  return computed(() =>
    (data.value?.locations.edges ?? [])
      .filter(({ node }) => node.isActive && HOLDS_STOCK.has(node.kind))
      .map(({ node }) => ({
        value: node.id,
        label: [siteId() ? null : node.site?.code, node.code, node.name].filter(Boolean).join(' · '),
        kind: node.kind,
      })),
  );
}
