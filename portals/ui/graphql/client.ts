import { Client, type CombinedError, fetchExchange, mapExchange, subscriptionExchange } from '@urql/vue';
import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient as createSocketClient } from 'graphql-ws';
import { keylessTypes } from './generated/keyless-types.ts';
import { reconnections } from './reconnections.ts';
import { trustedDocumentsExchange } from './trusted-documents.exchange.ts';

export interface PortalClientOptions {
  readonly portal: 'supplier' | 'customer' | 'admin';
  /** Operation name -> sha256. Null sends the text (development). */
  readonly documentIds: Readonly<Record<string, string>> | null;
  readonly locale: () => string;
  readonly onUnauthenticated: () => void;
}

export function hasErrorCode(error: CombinedError | undefined, code: string): boolean {
  return error?.graphQLErrors.some(({ extensions }) => extensions['code'] === code) ?? false;
}

function socketUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
}

/** The one GraphQL client of a portal: normalised cache, trusted documents, same-origin HTTP and a lazily opened socket for subscriptions. */
export function createPortalClient({ portal, documentIds, locale, onUnauthenticated }: PortalClientOptions): Client {
  const socket = createSocketClient({
    url: socketUrl(),
    lazy: true,
    retryAttempts: Infinity,
    on: {
      connected: (_socket, _payload, wasRetry) => {
        if (wasRetry) reconnections.value += 1;
      },
    },
    connectionParams: () => ({ portal, acceptLanguage: locale() }),
  });
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'x-corridor-portal': portal, 'accept-language': locale() },
    }),
    exchanges: [
      cacheExchange({ keys: Object.fromEntries(keylessTypes.map((name) => [name, () => null])) }),
      mapExchange({
        onError(error, operation) {
          if (operation.kind !== 'mutation' && hasErrorCode(error, 'UNAUTHENTICATED')) onUnauthenticated();
        },
      }),
      ...(documentIds ? [trustedDocumentsExchange(documentIds)] : []),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ documentId, query, variables, operationName }) => ({
          subscribe: (sink) => ({
            // The protocol asks for a query string, so a trusted operation sends an empty one.
            unsubscribe: socket.subscribe(
              {
                query: query ?? '',
                variables,
                operationName,
                ...(documentId ? { extensions: { documentId } } : {}),
              },
              {
                next: (value) => sink.next({ ...value, extensions: value.extensions ?? undefined }),
                error: (error) => sink.error(error),
                complete: () => sink.complete(),
              },
            ),
          }),
        }),
      }),
    ],
  });
}
