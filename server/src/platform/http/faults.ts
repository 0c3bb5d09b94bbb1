import type { FastifyError, FastifyInstance } from 'fastify';
import { newId } from '../../kernel/id.ts';
import type { Logger } from '../log.ts';

const SENTENCES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BAD_REQUEST', 'The request cannot be read'],
  404: ['NOT_FOUND', 'There is nothing here'],
  408: ['TIMED_OUT', 'The request took too long to arrive'],
  413: ['TOO_LARGE', 'The request is too large'],
  414: ['TOO_LARGE', 'The address is too long'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'Requests are sent as application/json'],
};
const UNREADABLE = ['BAD_REQUEST', 'The request cannot be read'] as const;

const answer = (message: string, extensions: object) => ({ errors: [{ message, extensions }] });

/** What goes wrong outside of GraphQL, said in our words: a fixed sentence, or an incident number that the log knows. */
export function answerFaults(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      const [code, message] = SENTENCES[status] ?? UNREADABLE;
      return reply.code(status).send(answer(message, { code }));
    }
    // Whoever asked has left before the answer was sent: nobody is there to be told, and nothing is wrong.
    if (error.code === 'ERR_STREAM_PREMATURE_CLOSE') {
      log.info({ err: error }, 'an answer was not waited for');
      return reply.send();
    }
    const incident = newId();
    log.error({ incident, err: error }, 'a request failed');
    const message = `Something went wrong on our side (incident ${incident})`;
    return reply.code(500).send(answer(message, { code: 'INTERNAL', incident }));
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send(answer('There is nothing here', { code: 'NOT_FOUND' })),
  );
}
