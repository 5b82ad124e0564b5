import { applicantFields, applicantVerdict } from '../forms/applicant-check';
import { today } from '../forms/today';
import { readForm } from '../forms/read-form';
import { checkPage } from '../views/check';
import { packageNamed } from './package-named';
import { get, post } from './route';

export const check = [
  get('/things/:package/check', async (context, { packages }) =>
    checkPage({ of: await packageNamed(context, packages), typed: {}, problems: [] }),
  ),
  // Answers are sent with POST to keep them out of URLs and logs; the request changes nothing.
  post('/things/:package/check', async (context, { packages }) => {
    const { form, calls } = context;
    const of = await packageNamed(context, packages);
    // The check works with incomplete answers.
    const partly = of.form.map((field) => ({ ...field, required: false }));
    const person = readForm(applicantFields(of), form);
    const matter = readForm(partly, form);
    const { answers } = matter;
    const typed = { ...person.typed, ...matter.typed };
    const problems = [...person.problems, ...matter.problems];
    if (problems.length > 0) return checkPage({ of, typed, problems });
    const result = await calls.call('post', '/api/packages/{code}/check', {
      path: { code: of.code },
      body: { answers },
    });
    return checkPage({ of, typed, problems, result, applicant: applicantVerdict(of, person.answers, today()) });
  }),
];
