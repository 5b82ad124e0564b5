import { isRefusal } from '@lianban/model';
import { loadCatalogue } from './catalogue';
import { checker } from './check';

const catalogue = loadCatalogue();
const check = checker({ clock: { now: () => new Date('2026-03-02T02:00:00Z') } } as never, catalogue);
const call = { answers: {}, complete: false };

test.each([
  ['elderly-parent-care', '1991-05-01', 'age-outside'],
  ['elderly-parent-care', '1966-03-02', ''],
  ['open-small-shop', '1991-05-01', ''],
])('%s, born %s: "%s"', async (code, birthDate, notEligible) => {
  const found = await check({ package: code, ...call, applicant: { district: '410105', birthDate } });
  expect(isRefusal(found) ? found : found.notEligible).toBe(notEligible);
});

test('a day after today is told before anything is handed in', async () => {
  const answers = { reason: 'resigned', lastWorkedOn: '2026-03-03' };
  const found = await check({ package: 'open-small-shop', answers, complete: false, applicant: undefined });
  expect(found).toMatchObject({ refused: 'invalid-answers', pointer: '/answers/lastWorkedOn' });
});
