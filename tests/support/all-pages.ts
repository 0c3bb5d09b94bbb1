import type { Actor } from '../../server/src/platform/access/actor.ts';
import type { TestApp } from './app.ts';

interface Page<T> {
  readonly nodes: T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every node of a list, page after page, as a client would read it. `field` is e.g. `stock(sort: SKU)`. */
export async function allPages<T>(app: TestApp, actor: Actor, field: string, selection: string): Promise<T[]> {
  const [name = '', given = ''] = field.replace(/\)$/, '').split('(');
  const document = `query ($after: String) { ${name}(first: 100, after: $after${given ? `, ${given}` : ''}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`;
  const pageAfter = async (after: string | null): Promise<T[]> => {
    const page = (await app.ask<Record<string, Page<T>>>(actor, document, { after }))[name] as Page<T>;
    const { hasNextPage, endCursor } = page.pageInfo;
    return hasNextPage ? [...page.nodes, ...(await pageAfter(endCursor))] : page.nodes;
  };
  return pageAfter(null);
}
