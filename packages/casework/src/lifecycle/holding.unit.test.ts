import { accepted, at, givenState, received } from '../../test/given/example';

const holderOf = (state: ReturnType<typeof received>) => (state.status === 'unreceived' ? '' : state.file.holder);
const claimed = givenState(received(), at('03-02')).when({ type: 'Claim', officer: 'o-1' }).state;

describe('a case in hand', () => {
  test('is whose officer claims it; claiming again changes nothing, by another is refused with who has it', () => {
    expect(holderOf(claimed)).toBe('o-1');
    givenState(claimed, at('03-03')).when({ type: 'Claim', officer: 'o-1' }).thenNothing();
    givenState(claimed, at('03-03')).when({ type: 'Claim', officer: 'o-2' }).thenRefused('held-by-another');
  });

  test('is whose officer acts on it first', () => {
    expect(holderOf(accepted())).toBe('o-1');
    const { state } = givenState(received(), at('03-03')).when({
      type: 'RequestSupplement',
      officer: 'o-7',
      missing: [{ code: 'photo', note: '' }],
    });
    expect(holderOf(state)).toBe('o-7');
  });

  test.each([
    { type: 'Accept', officer: 'o-2' },
    { type: 'RequestSupplement', officer: 'o-2', missing: [{ code: 'photo', note: '' }] },
    { type: 'Decide', officer: 'o-2', outcome: 'refused', reason: 'never-came', findings: {} },
  ] as const)('is left alone by other officers: %s', (command) => {
    givenState(claimed, at('03-03')).when(command).thenRefused('held-by-another');
  });

  test('is extended by the head of the office, who does not get it by that', () => {
    const ask = { type: 'AskExtension', days: 5, reason: 'complex' } as const;
    const held = givenState(accepted(), at('03-03'));
    held.when({ ...ask, officer: 'head' }).thenRefused('held-by-another');
    const asked = held.when({ ...ask, officer: 'o-1' }).state;
    const extended = givenState(asked, at('03-04')).when({ type: 'ApproveExtension', officer: 'head' });
    expect(holderOf(extended.state)).toBe('o-1');
  });
});

describe('letting go', () => {
  test('is for whoever holds it, and for a supervisor', () => {
    const held = givenState(claimed, at('03-03'));
    held.when({ type: 'Release', officer: 'o-2', supervisor: false }).thenRefused('held-by-another');
    for (const command of [
      { type: 'Release', officer: 'o-1', supervisor: false },
      { type: 'Release', officer: 's-1', supervisor: true },
    ] as const) {
      const { state } = held.when(command);
      expect(holderOf(state)).toBeUndefined();
      givenState(state, at('03-03')).when({ type: 'Claim', officer: 'o-2' }).thenTypes('CaseClaimed');
    }
  });

  test('twice changes nothing', () => {
    givenState(received(), at('03-03')).when({ type: 'Release', officer: 'o-1', supervisor: false }).thenNothing();
  });
});

describe('handing over', () => {
  test('gives the case to the officer named, whoever held it', () => {
    const answer = givenState(claimed, at('03-03')).when({ type: 'Reassign', officer: 's-1', to: 'o-2' });
    answer.then([{ type: 'CaseReassigned', at: at('03-03'), holder: 'o-2', by: 's-1' }]);
    givenState(answer.state, at('03-03')).when({ type: 'Reassign', officer: 's-1', to: 'o-2' }).thenNothing();
  });

  test('names an officer', () => {
    givenState(claimed, at('03-03'))
      .when({ type: 'Reassign', officer: 's-1', to: '' })
      .thenRefused('officer-unknown', '/to');
  });

  test('is over with the case', () => {
    const { state } = givenState(claimed, at('03-03')).when({ type: 'Cancel', reason: 'withdrawn' });
    givenState(state, at('03-03'))
      .when({ type: 'Reassign', officer: 's-1', to: 'o-2' })
      .thenRefused('already-cancelled');
    givenState(state, at('03-03')).when({ type: 'Claim', officer: 'o-2' }).thenRefused('already-cancelled');
  });
});
