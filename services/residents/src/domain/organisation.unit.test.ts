import type { KnownMandate } from './mandate';
import { type KnownOrganisation, type OrganisationState, organisation } from './organisation';
import { representation } from './representation';

const at = new Date('2026-03-02T01:00:00Z');
const later = new Date('2026-04-01T01:00:00Z');
const code = '91410105MA990001XW';
const entry = {
  type: 'EnterOrganisation',
  name: '郑州示例餐饮有限公司',
  kind: 'company',
  legalRepresentative: 'r-1',
  district: '410105',
  status: 'active',
} as const;

const after = (state: OrganisationState, command: Parameters<typeof organisation.decide>[0], now: Date) => {
  const events = organisation.decide(command, state, now);
  return 'refused' in events ? events : events.reduce(organisation.evolve, state);
};
const entered = after(organisation.initial(code), entry, at) as KnownOrganisation;

test('is entered as the register has it; the same again changes nothing', () => {
  expect(entered).toMatchObject({ creditCode: code, status: 'active', representedSince: at });
  expect(organisation.decide(entry, entered, later)).toEqual([]);
});

test('another name leaves the representative in place, another representative begins anew', () => {
  expect(after(entered, { ...entry, name: '郑州新名餐饮有限公司' }, later)).toMatchObject({ representedSince: at });
  expect(after(entered, { ...entry, legalRepresentative: 'r-2' }, later)).toMatchObject({ representedSince: later });
});

test('what is deregistered stays so', () => {
  const gone = after(entered, { ...entry, status: 'deregistered' }, later) as KnownOrganisation;
  expect(gone.status).toBe('deregistered');
  expect(organisation.decide(entry, gone, later)).toMatchObject({ refused: 'organisation-deregistered' });
});

const mandate: KnownMandate = {
  status: 'in-force',
  mandateId: 'MD00000001',
  principalId: code,
  agentId: 'r-3',
  names: { principal: '', agent: '' },
  packages: ['open-small-shop'],
  until: new Date('2027-03-01T00:00:00Z'),
  askedAt: at,
  confirmedAt: at,
  confirmation: { by: 'principal' },
  endedAt: null,
};
const by = (agent: string, of: KnownOrganisation = entered, wanted = 'open-small-shop', isVacant = false) =>
  representation(
    { ...of, isVacant },
    agent,
    [mandate].filter(({ agentId }) => agentId === agent),
    wanted,
    later,
  );

test('the legal representative does everything, an agent what the mandate says, others nothing', () => {
  expect(by('r-1', entered, 'other')).toMatchObject({ packages: [], mandates: [`represents-${code}`] });
  expect(by('r-3')).toMatchObject({ packages: ['open-small-shop'], mandates: ['MD00000001'] });
  expect(by('r-3', entered, 'other')).toMatchObject({ refused: 'mandate-scope' });
  expect(by('r-4')).toMatchObject({ refused: 'mandate-missing' });
});

test('after a change of the representative neither the former one nor their agents act', () => {
  const changed = after(entered, { ...entry, legalRepresentative: 'r-2' }, later) as KnownOrganisation;
  expect(by('r-1', changed)).toMatchObject({ refused: 'mandate-missing' });
  expect(by('r-3', changed)).toMatchObject({ refused: 'mandate-missing' });
  expect(by('r-2', changed)).toMatchObject({ packages: [] });
});

test('once the representative has died nobody acts, until the register has a new one', () => {
  for (const agent of ['r-1', 'r-3'])
    expect(by(agent, entered, 'open-small-shop', true)).toMatchObject({ refused: 'organisation-unrepresented' });
  const changed = after(entered, { ...entry, legalRepresentative: 'r-2' }, later) as KnownOrganisation;
  expect(by('r-2', changed)).toMatchObject({ packages: [] });
});

test('for what is deregistered nobody acts', () => {
  const gone = after(entered, { ...entry, status: 'deregistered' }, later) as KnownOrganisation;
  for (const agent of ['r-1', 'r-3']) expect(by(agent, gone)).toMatchObject({ refused: 'organisation-deregistered' });
});
