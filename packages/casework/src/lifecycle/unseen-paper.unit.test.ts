import type { Material } from './item';
import { at, given, givenState, received, step } from '../../test/given/example';

const paper = (grade: string, asked?: string): Material => ({
  code: 'ownership-proof',
  grade,
  reference: 'FM3f0c9c1e-54a1-4a8e-8b39-0d6a2b1c9d10',
  ...(asked !== undefined && { asked }),
});
const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type);
const decidedOn = (materials: readonly Material[], item = 'plain') =>
  given([], at('03-02')).when({ type: 'ReceiveStep', request: step({ decidedBy: 'rule', item, materials }) });

describe('a paper that nobody saw', () => {
  test.each(['A', 'B', 'C'])(
    'of grade %s by the catalogue is granted on by no rule: an officer has the case',
    (asked) => {
      const answer = decidedOn([paper('C', asked)]);
      expect(typesOf(answer.events)).toEqual(['CaseReceived', 'CaseAccepted', 'CaseHandedOver']);
      answer.thenHappened({ type: 'CaseHandedOver', why: 'paper-unseen' });
      expect(answer.state).toMatchObject({
        status: 'accepted',
        file: { decidedBy: 'officer', handedOver: 'paper-unseen' },
      });
    },
  );

  test('opens no public notice either', () => {
    expect(typesOf(decidedOn([paper('C', 'B')], 'noticed').events)).not.toContain('NoticeOpened');
  });

  test('declared instead of shown is as unseen', () => {
    decidedOn([paper('D', 'B')]).thenHappened({ type: 'CaseHandedOver', why: 'paper-unseen' });
  });

  test('is granted on by the officer who then has the case', () => {
    const { state } = decidedOn([paper('C', 'B')]);
    givenState(state, at('03-03'))
      .when({ type: 'Decide', officer: 'o-1', outcome: 'granted', reason: 'conditions-met', findings: {} })
      .thenHappened({ type: 'CaseDecided', decidedBy: 'officer' });
  });

  test('does not keep a rule from refusing', () => {
    const open = received({ decidedBy: 'rule', item: 'needs-seat', materials: [paper('C', 'B')] });
    const learnt = givenState(open, at('03-02')).when({ type: 'Learn', name: 'seat', value: { available: false } });
    learnt.thenHappened({ type: 'CaseDecided', decidedBy: 'rule' });
    expect(learnt.state).toMatchObject({ status: 'decided', ruling: { outcome: 'refused', reason: 'no-seat' } });
  });
});

test.each([
  ['an officer saw', paper('B', 'B')],
  ['came from a trusted source', paper('A', 'B')],
  ['may be promised', paper('D', 'D')],
  ['may be promised, and was shown all the same', paper('C', 'D')],
  ['is in no catalogue', paper('C')],
])('a rule grants on what %s', (_, material) => {
  decidedOn([material]).thenHappened({ type: 'CaseDecided', decidedBy: 'rule' });
});

test('of several pages, one that came after the original was shown is unseen; one before it is not', () => {
  const at = (grade: string, reference: string) => ({ ...paper(grade, 'B'), reference });
  decidedOn([at('C', 'm-1'), at('C', 'm-2'), at('B', 'ZY-2026-1')]).thenHappened({
    type: 'CaseDecided',
    decidedBy: 'rule',
  });
  decidedOn([at('B', 'ZY-2026-1'), at('C', 'm-2')]).thenHappened({ type: 'CaseHandedOver', why: 'paper-unseen' });
});
