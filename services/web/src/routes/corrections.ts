import { z } from 'zod';
import { ApiRefusal } from '../api/problem';
import type { RequestContext } from '../http/request-context';
import { redirect } from '../page/page';
import type { FieldProblem } from '../parts/error-summary';
import { correctionsPage } from '../views/corrections';
import { correctable, corrections as words } from '../i18n/corrections';
import { handedIn, isProblem } from './handed-in';
import { get, post } from './route';

const text = z.string().trim().catch('');
const reference = z.string().regex(/^FM[0-9a-f-]{36}$/);
const askForm = z.object({
  field: z.enum(['name', 'phone', 'address']).or(z.literal('')).catch(''),
  value: text,
  paper: reference.or(z.literal('')).catch(''),
});
type Typed = z.output<typeof askForm>;

/**
 * Correction of the register, asked for by the person it is about; nobody does this in their name. The paper comes first, in a form of
 * its own: files are passed on as they come.
 */
export const corrections = [
  {
    ...get('/me/corrections', (context) => {
      const { paper } = askForm.pick({ paper: true }).parse(context.query);
      return shown(context, { field: '', value: '', paper }, []);
    }),
    mine: true,
  },
  {
    ...post('/me/corrections/paper', async (context) => {
      const given = await handedIn({ code: 'correction' }, context);
      const nothing = { field: '', value: '', paper: '' } as const;
      if (isProblem(given)) return shown(context, nothing, [{ field: 'paper', text: given }]);
      return redirect(`/me/corrections?paper=${given([])[0]?.reference ?? ''}`);
    }),
    mine: true,
  },
  {
    ...post('/me/corrections', async (context) => {
      const typed = askForm.parse(context.form);
      const { field, value, paper } = typed;
      const problems = wrongIn(typed);
      if (field === '' || problems.length > 0) return shown(context, typed, problems);
      try {
        await context.calls.call('post', '/api/me/corrections', { body: { field, value, reference: paper } });
        return redirect('/me/corrections');
      } catch (error) {
        if (!(error instanceof ApiRefusal) || ![409, 422].includes(error.status)) throw error;
        const why = error.status === 409 ? words.waitsAlready : words.valueWrong;
        return shown(context, typed, [{ field: 'value', text: why }]);
      }
    }),
    mine: true,
  },
];

async function shown({ calls }: RequestContext, typed: Typed, problems: readonly FieldProblem[]) {
  const { corrections: asked } = await calls.call('get', '/api/me/corrections');
  return correctionsPage({ asked, typed, problems });
}

const wrongIn = ({ field, value, paper }: Typed): readonly FieldProblem[] => {
  if (paper === '') return [{ field: 'paper', text: words.paperMissing }];
  return [
    ...(field in correctable ? [] : [{ field: 'field', text: words.fieldMissing }]),
    ...(value === '' ? [{ field: 'value', text: words.valueMissing }] : []),
  ];
};
