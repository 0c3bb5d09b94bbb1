import { graphql } from './graphql.ts';

export const liveChangeSubscription = graphql(`
  subscription LiveChanges($topics: [Topic!]!) {
    liveChange(topics: $topics) {
      topic
      subjects
      at
    }
  }
`);
