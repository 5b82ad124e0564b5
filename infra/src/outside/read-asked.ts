import { casework } from '@lianban/protos';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { Asked } from './played-case';

const { v1 } = casework;

/** A record that asks something of a department, by its headers alone. */
export interface Addressed {
  readonly department: string;
  readonly type: string;
  /** The case: APPLICATION/STEP. */
  readonly subject: string;
}

const text = (headers: IHeaders, name: string): string => headers[name]?.toString() ?? '';

/** Whom a record of applications is for: what is for others is skipped without decoding it. */
export const addressed = ({ headers = {} }: Pick<KafkaMessage, 'headers'>): Addressed => ({
  department: text(headers, 'ce_department'),
  type: text(headers, 'ce_type'),
  subject: text(headers, 'ce_subject'),
});

/** What it asks; undefined for a type that this program does not know or does not play. */
export function readAsked(type: string, bytes: Buffer): Asked | undefined {
  const at = (moment: Date | undefined): Date => moment ?? new Date(0);
  switch (type) {
    case v1.StepRequested.$type:
      return { type: 'requested', request: v1.StepRequested.decode(bytes) };
    case v1.ObjectionRaised.$type: {
      const { objection, review, raisedAt } = v1.ObjectionRaised.decode(bytes);
      return { type: 'objected', objection, review, at: at(raisedAt) };
    }
    case v1.StepCancellationRequested.$type:
      return { type: 'cancelled', at: at(v1.StepCancellationRequested.decode(bytes).requestedAt) };
    case v1.StepCompensationRequested.$type:
      return { type: 'compensated', at: at(v1.StepCompensationRequested.decode(bytes).requestedAt) };
    default:
      return undefined;
  }
}
