/** Ways to break the platform on purpose: the invariants are worth something only if each of these turns one red. */
export type Mutation =
  | 'dedup off'
  | 'built on an unpublished change'
  | 'outbox deleted before the acknowledgement'
  | 'acknowledged before the write'
  | 'deadlines before the backlog'
  | 'uploads claimed after the consent';
