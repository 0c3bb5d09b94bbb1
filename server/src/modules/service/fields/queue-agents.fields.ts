import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { extendShape, many } from '../../../platform/read/shape.ts';
import { agentShape } from '../setup/agent.shape.ts';
import { AgentType } from '../setup/agent.types.ts';
import { queueShape } from '../setup/queue.shape.ts';
import { QueueType } from '../setup/queue.types.ts';

extendShape(queueShape, {
  agents: many(
    () => agentShape,
    (row, agent) => `${row}.id = any(${agent}.queue_ids)`,
    (agent) => `${agent}.id`,
  ),
});
extendType(QueueType, { agents: [() => [AgentType], { description: 'Who takes tickets from it.' }] });
For(STAFF)(QueueType.prototype, 'agents');
