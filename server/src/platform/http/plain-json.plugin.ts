import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../graphql/context.ts';

const WRONG_DOCUMENT = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/**
 * Under `application/json` a client cannot tell our 400 from that of a proxy, so GraphQL over HTTP wants a well-formed
 * request answered with 200 there, whatever is wrong with its document (audits 572B, FDE2, 7B9B).
 */
export const plainJson: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ request, response, errors }) => {
      const accepts = request.http?.headers.get('accept') ?? '';
      const isPlain = /^application\/json\s*(;|$)/i.test(accepts) && !accepts.includes(',');
      const isAboutTheDocument = errors?.every(({ extensions }) => WRONG_DOCUMENT.has(String(extensions['code'])));
      if (isPlain && isAboutTheDocument && response.http.status === 400) response.http.status = 200;
    },
  }),
};
