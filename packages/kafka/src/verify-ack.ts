/** What the broker said about one partition of a batch. */
export interface Acknowledgement {
  topicName: string;
  partition: number;
  errorCode: number;
  /** Offset of the batch's first record there; decimal. */
  baseOffset?: string;
}

/** Names one partition in maps and messages. */
export const partitionName = (topic: string, partition: number): string => `${topic}[${partition}]`;

export type AckVerdict = { sure: true; lastOffsets: Map<string, bigint> } | { sure: false; doubt: string };

/**
 * Believes an answer only when it covers everything sent. kafkajs 2.2.4 can resolve without having written: a partition
 * whose leader moves during the send may be left out, and a batch that reuses a sequence number is taken for a repeat
 * and answered with the old offset. So every partition in `sent` (name to number of records) must be named without
 * error, at an offset above the last one this producer was ever told for it (`lastOffsets`, which is not changed).
 */
export function verifyAck(
  sent: ReadonlyMap<string, number>,
  answer: readonly Acknowledgement[],
  lastOffsets: ReadonlyMap<string, bigint>,
): AckVerdict {
  const baseOffsets = new Map<string, bigint>();
  for (const { topicName, partition, errorCode, baseOffset } of answer) {
    const name = partitionName(topicName, partition);
    if (errorCode !== 0) return { sure: false, doubt: `${name} answered with error code ${errorCode}` };
    const offset = BigInt(baseOffset ?? -1);
    const seen = baseOffsets.get(name);
    if (seen === undefined || offset > seen) baseOffsets.set(name, offset);
  }
  const after = new Map(lastOffsets);
  for (const [name, count] of sent) {
    const base = baseOffsets.get(name);
    if (base === undefined) return { sure: false, doubt: `${name} is missing from the answer` };
    if (base <= (lastOffsets.get(name) ?? -1n))
      return { sure: false, doubt: `${name} did not move past offset ${base}` };
    after.set(name, base + BigInt(count) - 1n);
  }
  return { sure: true, lastOffsets: after };
}
