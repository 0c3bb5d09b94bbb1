import { DomainError } from '../../../kernel/domain-error.ts';
import { toGlobalId } from '../../../kernel/id.ts';
import { jsonAnswer, type Route } from '../../../platform/http/route.ts';
import { attachedFiles } from '../../interactions/interaction/attached-files.service.ts';

const MAY = ['service.ticket.open', 'service.ticket.write', 'service.ticket.reply'];

/**
 * `POST /attachments?name=<name>`: one file, as it is, for a message in a ticket that is being written. A page of
 * another site cannot send the portal's header, so it can hand in nothing in somebody's name.
 */
const takeFile: Route = {
  method: 'POST',
  path: '/attachments',
  answer: async ({ headers, query, body, actor, database }) => {
    if (!headers['x-corridor-portal']) return jsonAnswer(403, { error: 'FORBIDDEN' });
    if (actor.audience === 'NOBODY') return jsonAnswer(401, { error: 'UNAUTHENTICATED' });
    if (!MAY.some((action) => actor.actions.has(action))) return jsonAnswer(403, { error: 'FORBIDDEN' });
    const name = typeof query['name'] === 'string' ? query['name'] : 'file';
    try {
      const id = await database.transact(actor, (work) => attachedFiles.take(work, name, body));
      return jsonAnswer(201, { id: toGlobalId('upl', id) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return jsonAnswer(415, { error: error.code, message: error.messageIn(actor.locale) });
    }
  },
};

export const ticketFileRoutes: readonly Route[] = [takeFile];
