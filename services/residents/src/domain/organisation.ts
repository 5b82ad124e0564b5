import type { Decider, Refusal } from '@lianban/model';

/** 企业, 个体工商户, 农民专业合作社, 社会组织, 事业单位. */
export const organisationKinds = ['company', 'individual-business', 'cooperative', 'social', 'public'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

interface Entry {
  readonly name: string;
  readonly kind: OrganisationKind;
  /** The legal representative 法定代表人, of an individual business whoever runs it 经营者: a resident's id. */
  readonly legalRepresentative: string;
  /** Six digits. */
  readonly district: string;
}

export interface UnknownOrganisation {
  readonly status: 'unknown';
  readonly creditCode: string;
}

/** A legal person, or another organisation that can apply (民法典 art. 57, 102), by the register. */
export interface KnownOrganisation extends Entry {
  readonly status: 'active' | 'deregistered';
  readonly creditCode: string;
  /** Since when the legal representative is one: mandates of former ones end with that. */
  readonly representedSince: Date;
}

export type OrganisationState = UnknownOrganisation | KnownOrganisation;

/** As the business register has it now. */
export interface EnterOrganisation extends Entry {
  readonly type: 'EnterOrganisation';
  readonly status: KnownOrganisation['status'];
}

export interface OrganisationEntered extends Entry {
  readonly type: 'OrganisationEntered';
  readonly creditCode: string;
  readonly status: KnownOrganisation['status'];
  readonly at: Date;
}

function enter(command: EnterOrganisation, state: OrganisationState, at: Date): OrganisationEntered[] | Refusal {
  const { name, kind, legalRepresentative, district, status } = command;
  const entry = { name, kind, legalRepresentative, district, status };
  if (state.status === 'deregistered' && status === 'active')
    return {
      refused: 'organisation-deregistered',
      detail: 'What was deregistered stays so: a new organisation has a new credit code.',
      pointer: '/status',
    };
  const isSame = Object.entries(entry).every(([key, value]) => (state as Partial<Entry>)[key as keyof Entry] === value);
  return isSame ? [] : [{ type: 'OrganisationEntered', creditCode: state.creditCode, ...entry, at }];
}

/** One organisation. The same entry again changes nothing; deregistered, it stays so (民法典 art. 68, 73). */
export const organisation: Decider<OrganisationState, EnterOrganisation, OrganisationEntered> = {
  initial: (creditCode) => ({ status: 'unknown', creditCode }),
  decide: enter,
  evolve(state, { creditCode, name, kind, legalRepresentative, district, status, at }) {
    const isSamePerson = state.status !== 'unknown' && state.legalRepresentative === legalRepresentative;
    const entry = { creditCode, name, kind, legalRepresentative, district, status };
    return { ...entry, representedSince: isSamePerson ? state.representedSince : at };
  },
};
