import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/context.ts';
import { unauthenticated } from '../graphql/errors.ts';

/**
 * A page whose session has ended asks for what does not exist for nobody. It is told to sign in first, instead of that
 * its document is wrong: with a portal's name or a cookie the request shows that it comes from such a page.
 */
export const signInFirst: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, contextValue, errors }) => {
      const isUnknownToNobody =
        contextValue.actor.audience === 'NOBODY' &&
        errors?.some(({ extensions }) => extensions['code'] === 'GRAPHQL_VALIDATION_FAILED');
      const headers = request.http?.headers;
      const isPage = Boolean(headers?.get('x-corridor-portal') ?? headers?.get('cookie'));
      if (!isUnknownToNobody || !isPage || response.body.kind !== 'single') return;
      const { message, extensions } = unauthenticated();
      response.body.singleResult = { errors: [{ message, extensions: { code: extensions['code'] } }] };
      response.http.status = 401;
    },
  }),
};
