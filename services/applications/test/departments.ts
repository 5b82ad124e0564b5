import { casework } from '@lianban/protos';
import { type City, firstDay } from '@lianban/testing';

const { v1 } = casework;

/** Says what the departments would say of an application's steps, each only after it was asked. */
export class Departments {
  constructor(private readonly telling: City['telling']) {}

  async asked(number: string, step: string): Promise<casework.v1.StepRef> {
    const { ref } = await this.telling.next(v1.StepRequested, `${number}/${step}`);
    return ref!;
  }

  async decide(number: string, step: string, outcome: casework.v1.Outcome, facts: Record<string, unknown> = {}) {
    const ref = await this.asked(number, step);
    const decidedBy = v1.DecidedBy.RULE;
    const decision = {
      outcome,
      reason: 'test',
      facts,
      grounds: [],
      decidedBy,
      decidedAt: firstDay,
      acceptance: undefined,
    };
    await this.telling.say(v1.StepDecided, { ref, ...decision }, ref.department);
  }

  grant = (number: string, step: string, facts?: Record<string, unknown>) =>
    this.decide(number, step, v1.Outcome.GRANTED, facts);

  refuse = (number: string, step: string) => this.decide(number, step, v1.Outcome.REFUSED);

  async askFor(number: string, step: string, ...codes: string[]) {
    const ref = await this.asked(number, step);
    const missing = codes.map((code) => ({ code, note: 'Needed.' }));
    const answerBy = new Date('2026-04-01T15:59:59.999Z');
    await this.telling.say(v1.SupplementRequested, { ref, missing, requestedAt: firstDay, answerBy }, ref.department);
  }

  async cancelled(number: string, step: string) {
    const ref = await this.asked(number, step);
    await this.telling.say(v1.StepCancelled, { ref, cancelledAt: firstDay }, ref.department);
  }

  async compensated(number: string, step: string) {
    const ref = await this.asked(number, step);
    await this.telling.say(v1.StepCompensated, { ref, compensatedAt: firstDay }, ref.department);
  }
}
