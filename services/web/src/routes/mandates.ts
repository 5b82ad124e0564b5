import { dayIn, identityKinds, identityNumberIn, nameIn } from '@lianban/input';
import type { Mandate } from '@lianban/rest-client';
import { z } from 'zod';
import type { Calls } from '../api/api';
import { ApiRefusal } from '../api/problem';
import { redirect } from '../page/page';
import type { BilingualText } from '../page/reader';
import type { FieldProblem } from '../parts/error-summary';
import { newMandatePage } from '../views/new-mandate';
import { revokeMandatePage } from '../views/revoke';
import { me } from '../i18n/me';
import { get, post } from './route';

const actions = {
  confirm: '/api/me/mandates/{mandate}/confirmation',
  refuse: '/api/me/mandates/{mandate}/refusal',
  revoke: '/api/me/mandates/{mandate}/revocation',
} as const;
const actForm = z.object({ act: z.enum(['confirm', 'refuse', 'revoke']) });

const text = z.string().trim().catch('');
const idKind = z.enum(identityKinds).catch('identity-card');
const newForm = z.object({
  ...{ direction: text, of: text, idKind, idNumber: text },
  ...{ name: text, until: text, packages: text },
});

/** The organisations in whose name the reader gives mandates. */
async function represented(calls: Calls): Promise<readonly Mandate['principal'][]> {
  const query = { limit: 100 };
  const { received } = await calls.call('get', '/api/me/mandates', { query }).catch(unlessSignedOut);
  return received
    .filter(({ principal, confirmedBy }) => principal.isOrganisation && confirmedBy === 'register')
    .map(({ principal }) => principal);
}

/** Mandates 代办委托: asking for one, giving one, ending one. */
export const mandates = [
  {
    ...get('/me/mandates/new', async ({ calls }, { packages }) =>
      newMandatePage({
        packages: await packages.all(),
        organisations: await represented(calls),
        typed: { direction: '', of: '', idKind: 'identity-card', idNumber: '', name: '', until: '', packages: 'all' },
        problems: [],
      }),
    ),
    mine: true,
  },
  {
    ...post('/me/mandates/new', async ({ form, calls }, { packages }) => {
      const [all, organisations] = await Promise.all([packages.all(), represented(calls)]);
      const typed = newForm.parse(form);
      const until = dayIn(typed.until);
      const problems = wrongIn(typed, until);
      const number = identityNumberIn(typed.idKind, typed.idNumber);
      const name = nameIn(typed.name);
      if (until === undefined || number === undefined || name === undefined || problems.length > 0)
        return newMandatePage({ packages: all, organisations, typed, problems });
      const scope = all.some(({ code }) => code === typed.packages) ? [typed.packages] : 'all';
      const person = { idKind: number.kind, idNumber: number.text, name };
      const organisation = organisations.find(({ residentId }) => residentId === typed.of)?.residentId;
      const other =
        typed.direction === 'given' ? { to: person, ...(organisation && { organisation }) } : { from: person };
      try {
        await calls.call('post', '/api/me/mandates', { body: { ...other, packages: scope, until } });
        return redirect('/me');
      } catch (error) {
        if (!(error instanceof ApiRefusal) || error.status === 401 || error.status === 429) throw error;
        return newMandatePage({ packages: all, organisations, typed, problems: [whyNot(error)] });
      }
    }),
    mine: true,
  },
  {
    ...get('/me/mandates/:mandate/revoke', async ({ params, calls }) => {
      const { received, given } = await calls.call('get', '/api/me/mandates', { query: { limit: 100 } });
      const isAsked = ({ id, status }: Mandate) => id === params.mandate && status === 'in-force';
      const other = received.find(isAsked)?.principal ?? given.find(isAsked)?.agent;
      return other ? revokeMandatePage(params.mandate ?? '', other.name ?? other.residentId) : redirect('/me#mandates');
    }),
    mine: true,
  },
  {
    ...post('/me/mandates/:mandate', async ({ params, form, calls }) => {
      const { success, data } = actForm.safeParse(form);
      if (success) {
        const path = { mandate: params.mandate ?? '' };
        await calls.call('post', actions[data.act], { path }).catch(unlessOvertaken);
      }
      return redirect('/me');
    }),
    mine: true,
  },
];

/** Without the list the form is the one for people. */
function unlessSignedOut(error: unknown): { readonly received: readonly Mandate[] } {
  if (!(error instanceof ApiRefusal) || error.status === 401) throw error;
  return { received: [] };
}

/** The mandate was ended or confirmed elsewhere meanwhile: the list shows its current state. */
function unlessOvertaken(error: unknown): void {
  if (!(error instanceof ApiRefusal && error.status === 409)) throw error;
}

const reasons: Readonly<Record<string, BilingualText>> = {
  'person-not-identified': me.notIdentified,
  'too-many-open-asks': me.tooManyAsks,
  'guardian-acts': me.guardianActs,
};
const whyNot = ({ slug }: ApiRefusal): FieldProblem => ({ field: 'idNumber', text: reasons[slug] ?? me.notTaken });

function wrongIn(
  { direction, idKind: kind, idNumber, name }: z.output<typeof newForm>,
  until: string | undefined,
): FieldProblem[] {
  return [
    ...(['received', 'given'].includes(direction) ? [] : [{ field: 'direction', text: me.whoMissing }]),
    ...(identityNumberIn(kind, idNumber) ? [] : [{ field: 'idNumber', text: me.idNumberWrong(kind) }]),
    ...(nameIn(name) !== undefined ? [] : [{ field: 'name', text: me.nameMissing }]),
    ...(until === undefined ? [{ field: 'until', text: me.untilWrong }] : []),
  ];
}
