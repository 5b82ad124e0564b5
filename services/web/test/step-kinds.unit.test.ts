import { applicant, application, step } from './applicant';
import { english, openSite, type OpenSite, signedIn } from './site';

let site: OpenSite;
beforeEach(async () => {
  site = await openSite(applicant());
});
afterEach(() => site.close());

const seen = async (language = {}) =>
  (await (await site.get('/applications/LB1', { ...signedIn, ...language })).text()).replace(/<[^>]*>/g, ' ');
const until = '2026-03-09T15:59:59.999Z';

test('a fee is shown with its amount and until when it can be paid, in the words of a payment', async () => {
  const fee = step('fee', { kind: 'payment', status: 'payable', until, payment: { amountCents: 12_000 } });
  const timeline = [{ at: '2026-03-02T01:00:00Z', what: 'payable', step: 'fee', until }];
  site.answers['GET /api/applications/LB1'] = application({ steps: [fee], timeline, status: 'waiting-for-you' });
  const [zh, en] = [await seen(), await seen(english)];
  for (const word of ['待缴费', '¥120.00', '请在此前缴费', '2026年3月9日', '需要您处理']) expect(zh).toContain(word);
  for (const word of ['To be paid', '¥120.00', 'Please pay by', '9 March 2026', 'It can be paid'])
    expect(en).toContain(word);
});

test('a document is shown with its number, an appointment with its time', async () => {
  const appointment = { beginsAt: '2026-03-11T02:00:00Z', endsAt: '2026-03-11T03:00:00Z', place: 'hall-2' };
  const steps = [
    step('certificate', { kind: 'document', status: 'drafted', document: { number: 'FB20260302000001' } }),
    step('visit', { kind: 'booking', status: 'booked', appointment }),
  ];
  site.answers['GET /api/applications/LB1'] = application({ steps });
  const en = await seen(english);
  for (const word of ['Being made', 'FB20260302000001', 'Booked', '11 March at 10:00']) expect(en).toContain(word);
  expect(en).not.toContain('hall-2');
});

test.each([
  ['decision', 'Refused', 'Taken back'],
  ['payment', 'Not paid', 'Refunded'],
  ['document', 'Not issued', 'Revoked'],
  ['booking', 'Did not take place', 'Called off'],
])('the end of a %s has its own words, and only a decision is appealed against', async (kind, refused, undone) => {
  const steps = [step('one', { kind, status: 'refused' }), step('two', { kind, status: 'compensated' })];
  site.answers['GET /api/applications/LB1'] = application({ steps });
  const en = await seen(english);
  expect(en).toContain(refused);
  expect(en).toContain(undone);
  expect(en.includes('If you do not agree')).toBe(kind === 'decision');
});
