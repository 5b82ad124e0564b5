import { isRefusal } from '@lianban/model';
import { type Authority, authorityOf } from './authority';
import type { KnownMandate, MandateCommand, MandateEvent, MandateState } from './mandate';
import { ASK_DAYS, LONGEST_DAYS, mandate, tellsAgent } from './mandate-decider';

const day = (n: number): Date => new Date(Date.UTC(2026, 2, n));
const NOW = day(2);
const parties = {
  principalId: 'r-mother',
  agentId: 'r-son',
  packages: ['elderly-parent-care'],
  until: day(32),
  names: { principal: 'sealed-1', agent: 'sealed-2' },
  agentKnown: true,
} as const;
const ask: MandateCommand = { type: 'AskMandate', ...parties };
const give: MandateCommand = { type: 'GiveMandate', ...parties };
const confirm: MandateCommand = { type: 'ConfirmMandate', residentId: 'r-mother' };
const revoke = (residentId: string): MandateCommand => ({ type: 'RevokeMandate', residentId });
const atCounter: MandateCommand = {
  type: 'ConfirmMandateAtCounter',
  officer: 'o-1',
  department: 'permits',
  kind: 'signed-form',
  reference: 'counter-3/2026-0017',
};

const answer = (officer: string, approve = true): MandateCommand => ({
  type: 'AnswerMandateAtCounter',
  officer,
  approve,
});

/** The state after commands that must all succeed. */
const given = (...commands: readonly MandateCommand[]): MandateState =>
  commands.reduce<MandateState>((state, command) => {
    const said = mandate.decide(command, state, NOW);
    if (isRefusal(said)) throw new Error(said.detail);
    return said.reduce(mandate.evolve, state);
  }, mandate.initial('MD1'));

const when = (state: MandateState, command: MandateCommand, now = NOW) => {
  const said = mandate.decide(command, state, now);
  return isRefusal(said) ? said.refused : said.map(({ type }: MandateEvent) => type);
};

describe('a mandate', () => {
  test('asked for by the agent is not in force until the principal confirms', () => {
    expect(given(ask)).toMatchObject({ status: 'asked', confirmedAt: null });
    expect(given(ask, confirm)).toMatchObject({
      status: 'in-force',
      confirmation: { by: 'principal' },
      confirmedAt: NOW,
    });
  });

  test('given by the principal is in force at once', () => {
    expect(when(given(), give)).toEqual(['MandateAsked', 'MandateConfirmed']);
    expect(given(give)).toMatchObject({ status: 'in-force' });
  });

  test('is confirmed at the counter by two officers: one saw evidence, another approves', () => {
    expect(given(ask, atCounter)).toMatchObject({ status: 'asked', counterAsk: { askedBy: 'o-1', askedAt: NOW } });
    expect(when(given(ask, atCounter), answer('o-1'))).toBe('second-person-needed');
    expect(when(given(ask), answer('o-2'))).toBe('no-counter-confirmation-asked');
    expect(when(given(ask, atCounter), { ...atCounter, officer: 'o-2' })).toBe('counter-confirmation-asked');
    expect(when(given(ask, atCounter), atCounter)).toEqual([]);
    expect(when(given(ask, atCounter, answer('o-2')), answer('o-2'))).toEqual([]);
    for (const officer of ['o-1', 'o-2']) {
      const dropped = given(ask, atCounter, answer(officer, false));
      expect(dropped).not.toHaveProperty('counterAsk');
      expect(when(dropped, { ...atCounter, officer: 'o-3' })).toEqual(['CounterConfirmationAsked']);
    }
    expect(given(ask, atCounter, confirm)).not.toHaveProperty('counterAsk');
    expect(given(ask, atCounter, answer('o-2'))).toMatchObject({
      status: 'in-force',
      confirmation: {
        by: 'officer',
        officer: 'o-1',
        approvedBy: 'o-2',
        kind: 'signed-form',
        reference: 'counter-3/2026-0017',
      },
    });
    expect(when(given(ask), { ...atCounter, reference: ' ' })).toBe('invalid-evidence');
    expect(when(given(ask), { ...atCounter, kind: 'She said so' })).toBe('invalid-evidence');
  });

  test.each(['r-son', 'r-mother'])(
    'is not confirmed at the counter by an officer who is one of the two: %s',
    (officer) => {
      expect(when(given(ask), { ...atCounter, officer })).toBe('conflict-of-interest');
      expect(when(given(ask, atCounter), answer(officer))).toBe('conflict-of-interest');
    },
  );

  test.each([
    [{ kind: 'none' }, '/evidence/kind'],
    [{ kind: 'household-register' }, '/evidence/kind'],
    [{ reference: 'x' }, '/evidence/reference'],
    [{ reference: 'none' }, '/evidence/reference'],
    [{ reference: '410105198001011234' }, '/evidence/reference'],
    [{ reference: '王小梅 17' }, '/evidence/reference'],
  ])('is not confirmed by what is no evidence: %j', (evidence, pointer) => {
    const command: MandateCommand = { ...atCounter, ...evidence };
    expect(mandate.decide(command, given(ask), NOW)).toMatchObject({ refused: 'invalid-evidence', pointer });
  });

  test('is answered by the principal alone; to strangers it does not exist', () => {
    for (const type of ['ConfirmMandate', 'RefuseMandate'] as const) {
      expect(when(given(ask), { type, residentId: 'r-son' })).toBe('not-the-principal');
      expect(when(given(ask), { type, residentId: 'r-other' })).toBe('mandate-not-found');
    }
    expect(when(given(ask), revoke('r-other'))).toBe('mandate-not-found');
    expect(when(given(), confirm)).toBe('mandate-not-found');
  });

  test('is ended by either of the two, and what has ended stays so', () => {
    expect(given(give, revoke('r-mother'))).toMatchObject({ status: 'revoked', endedAt: NOW });
    expect(given(give, revoke('r-son'))).toMatchObject({ status: 'revoked' });
    expect(given(ask, revoke('r-son'))).toMatchObject({ status: 'revoked' });
    expect(when(given(give, revoke('r-mother')), confirm)).toBe('mandate-not-open');
    expect(when(given(ask, { type: 'RefuseMandate', residentId: 'r-mother' }), atCounter)).toBe('mandate-not-open');
  });

  test('said again, nothing more happens', () => {
    expect(when(given(ask, confirm), confirm)).toEqual([]);
    expect(when(given(give, revoke('r-son')), revoke('r-mother'))).toEqual([]);
    expect(when(given(ask), ask)).toBe('mandate-exists');
  });

  test('lapses at its date and not before; one nobody confirmed, too', () => {
    expect(mandate.timeout?.(given(give))?.at).toEqual(parties.until);
    expect(when(given(give), { type: 'LapseMandate' })).toEqual([]);
    expect(when(given(give), { type: 'LapseMandate' }, parties.until)).toEqual(['MandateLapsed']);
    expect(when(given(ask), { type: 'LapseMandate' }, parties.until)).toEqual(['MandateLapsed']);
    expect(when(given(ask), confirm, parties.until)).toBe('mandate-not-open');
    expect(mandate.timeout?.(given(give, revoke('r-son')))).toBeUndefined();
  });

  test('that nobody answers lapses, and cannot be confirmed any more', () => {
    const asked = given({ ...ask, until: day(300) } as MandateCommand);
    const silence = day(2 + ASK_DAYS);
    expect(mandate.timeout?.(asked)).toEqual({ at: silence, command: { type: 'LapseMandate' } });
    expect(when(asked, { type: 'LapseMandate' }, silence)).toEqual(['MandateLapsed']);
    expect(when(asked, confirm, silence)).toBe('mandate-not-open');
    expect(when(asked, confirm, day(1 + ASK_DAYS))).toEqual(['MandateConfirmed']);
    const inForce = given({ ...give, until: day(300) } as MandateCommand);
    expect(when(inForce, { type: 'LapseMandate' }, silence)).toEqual([]);
  });

  test('tells the principal who the agent is when the agent asked, or was named by ID number and name', () => {
    const tells = (command: MandateCommand) => tellsAgent(given(command) as KnownMandate);
    expect(tells(ask)).toBe(true);
    expect(tells(give)).toBe(true);
    expect(tells({ ...give, agentKnown: false } as MandateCommand)).toBe(false);
    const { agentKnown, ...former } = given(give) as KnownMandate;
    expect([agentKnown, tellsAgent(former)]).toEqual([true, true]);
  });

  test.each([
    ['for oneself', { ...ask, agentId: 'r-mother' }, 'mandate-with-oneself'],
    ['that is over', { ...ask, until: NOW }, 'invalid-mandate'],
    ['for ever', { ...ask, until: day(3 + LONGEST_DAYS) }, 'invalid-mandate'],
    ['without a date', { ...ask, until: new Date(NaN) }, 'invalid-mandate'],
    ['for what is no code', { ...ask, packages: ['Everything!'] }, 'invalid-mandate'],
  ] as const)('%s is refused', (_case, command, refused) => {
    expect(when(given(), command as MandateCommand)).toBe(refused);
  });
});

describe('what an agent may do', () => {
  const inForce = given(give) as KnownMandate;
  const said = (mandates: readonly KnownMandate[], code: string, now = NOW) => {
    const authority = authorityOf(mandates, code, now);
    return isRefusal(authority) ? authority.refused : (authority satisfies Authority).packages;
  };

  test('what the mandate covers, until its date, whether or not the timer was there', () => {
    expect(said([inForce], 'elderly-parent-care')).toEqual(['elderly-parent-care']);
    expect(said([inForce], 'open-small-shop')).toBe('mandate-scope');
    expect(said([inForce], 'elderly-parent-care', parties.until)).toBe('mandate-expired');
    expect(said([{ ...inForce, status: 'lapsed' }], 'elderly-parent-care')).toBe('mandate-expired');
  });

  test('nothing by one that is asked, refused, revoked, or lapsed unconfirmed', () => {
    for (const status of ['asked', 'refused', 'revoked'] as const)
      expect(said([{ ...inForce, status }], '')).toBe('mandate-missing');
    expect(said([{ ...inForce, status: 'lapsed', confirmedAt: null }], '')).toBe('mandate-missing');
    expect(said([], '')).toBe('mandate-missing');
  });

  test('several add up, and one for everything covers everything', () => {
    const other = { ...inForce, mandateId: 'MD2', packages: ['open-small-shop'] };
    expect(said([inForce, other], '')).toEqual(['elderly-parent-care', 'open-small-shop']);
    expect(said([inForce, { ...other, packages: [] }], 'anything')).toEqual([]);
  });
});
