import { casework } from '@lianban/protos';
import type { IncomingRecord } from '@lianban/record';

const { ClockPaused } = casework.v1;

/** What another service would have published: its `sequence`th fact about `subject`, "add `amount`". */
export const event = (
  subject: string,
  sequence: number,
  amount: number | string,
  more: Record<string, string> = {},
) => ({
  key: subject.split('/', 1)[0]!,
  value: Buffer.from(ClockPaused.encode(ClockPaused.fromPartial({ reason: String(amount) })).finish()),
  headers: {
    ce_specversion: '1.0',
    ce_id: `counting/${subject}/${sequence}`,
    ce_type: ClockPaused.$type,
    ce_source: 'lianban/counting',
    ce_subject: subject,
    ce_time: '2026-03-02T01:00:00Z',
    ce_sequence: String(sequence),
    ...more,
  } as Record<string, string>,
});

let offset = 0;
/** The same as it comes off a topic. */
export const incoming = (topic: string, sent: ReturnType<typeof event>): IncomingRecord => ({
  ...sent,
  topic,
  partition: 0,
  offset: String(offset++),
  timestamp: 0,
});
