import { useClientHandle } from '@urql/vue';
import type { Choice } from '#ui/forms/choice.ts';
import { itemChoicesQuery } from './item-choices.documents.ts';

/** What is sold to the reader, looked up by typing. */
export function useItemChoices(): (text: string) => Promise<readonly Choice[]> {
  const { client } = useClientHandle();
  return async (text) => {
    const { data } = await client.query(itemChoicesQuery, { search: text || null }).toPromise();
    return (data?.catalogue.nodes ?? []).flatMap(({ item, sku, name, unit }) =>
      item ? [{ value: item.id, label: `${sku} · ${name}`, detail: unit }] : [],
    );
  };
}
