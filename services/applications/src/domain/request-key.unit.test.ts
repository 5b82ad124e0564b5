import type { SubmitApplication } from './commands';
import { requestKeyDecider, requestKeyId, type ClaimKey } from './request-key';

const NOW = new Date('2026-03-02T02:00:00Z');
const order: SubmitApplication = {
  type: 'SubmitApplication',
  number: 'LB1',
  package: 'p',
  version: 1,
  residentId: 'r',
  district: 'd',
  answers: {},
  materials: [],
};
const claim = (number: string, bodyHash: string): ClaimKey => ({ type: 'ClaimKey', number, bodyHash, order });
const claimed = { number: 'LB1', bodyHash: 'h', claimedAt: NOW };

describe('Idempotency-Key', () => {
  test('the first use leads to the submission, once', () => {
    const [event] = requestKeyDecider.decide(claim('LB1', 'h'), requestKeyDecider.initial('r/k'), NOW) as never[];
    expect(event).toEqual({ type: 'KeyClaimed', number: 'LB1', bodyHash: 'h', at: NOW, submission: order });
    expect(requestKeyDecider.evolve(requestKeyDecider.initial('r/k'), event!)).toEqual(claimed);
  });

  test('the same request again is the same application', () => {
    expect(requestKeyDecider.decide(claim('LB2', 'h'), claimed, NOW)).toEqual([]);
  });

  test('another request under the same key is refused', () => {
    expect(requestKeyDecider.decide(claim('LB2', 'other'), claimed, NOW)).toMatchObject({
      refused: 'idempotency-key-reused',
    });
  });

  test('a key belongs to one resident', () => {
    expect(requestKeyId('resident-1', '', 'k')).not.toBe(requestKeyId('resident-2', '', 'k'));
    expect(requestKeyId('resident-1', 'agent-1', 'k')).not.toBe(requestKeyId('resident-1', '', 'k'));
  });
});
