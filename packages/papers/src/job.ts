/** What the process that reads files is asked for: a paper to keep, or a preview of one that is kept. */
export interface Job {
  readonly wanted: 'paper' | 'preview';
  readonly bytes: Uint8Array;
}
