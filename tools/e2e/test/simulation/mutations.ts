/** Mutations of the platform: each must violate an invariant, which shows that the invariants can fail. */
export type Mutation =
  | 'dedup off'
  | 'built on an unpublished change'
  | 'outbox deleted before the acknowledgement'
  | 'acknowledged before the write'
  | 'deadlines before the backlog'
  | 'uploads claimed after the consent';
