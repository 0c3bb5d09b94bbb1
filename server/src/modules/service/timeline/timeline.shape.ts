import { instant, shape, value } from '../../../platform/read/shape.ts';
import { subjectIdSql } from '../../interactions/subject/subject.shape.ts';

/** Whatever happened with a party, of all kinds in one order; the view says what is read of each. */
export const timelineShape = shape({
  type: 'TimelineEntry',
  prefix: 'tml',
  table: 'service_timeline',
  visible: { STAFF: 'all' },
  fields: {
    kind: value('kind'),
    happenedAt: instant('happened_at'),
    number: value('number'),
    text: value('text'),
    state: value('state'),
    byName: value('by_name'),
    isTheirs: value('is_theirs'),
    subjectId: value(subjectIdSql),
  },
});
