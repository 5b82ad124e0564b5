import { applications } from '@lianban/protos';
import { ofApplications } from './news-handlers';

const envelope = {
  ...{ key: 'LB1', subject: 'LB1/-news', sequence: 2, source: 'applications' },
  at: new Date('2026-03-02T02:00:00Z'),
};
const until = new Date('2026-03-31T10:00:00Z');

function commandFor(more: Partial<applications.v1.ApplicantConcerned>) {
  const [handler] = ofApplications(false);
  const message = applications.v1.ApplicantConcerned.fromPartial({
    ...{ applicationNumber: 'LB1', what: 'ended', residentId: 'r-1', package: 'shop', at: envelope.at },
    ...more,
  });
  return handler!.to(handler!.type.decode(handler!.type.encode(message).finish()), envelope);
}

test('what begins and ends no deadline is one notice, and nothing else is stored', () => {
  const command = commandFor({ deadlineBefore: false });
  expect(command).toMatchObject({ aggregate: 'notices', command: { type: 'MakeNotice', content: { to: 'r-1' } } });
  expect(commandFor({ deadlineBefore: false })).toEqual(command);
});

test.each([
  ['it may end a deadline', { deadlineBefore: true }],
  ['an older release said it, which says nothing of deadlines', {}],
  ['it has a deadline', { deadlineBefore: false, what: 'supplement-requested', step: 'licence', until }],
  ['two people are told', { deadlineBefore: false, agentId: 'r-2' }],
  ['this release knows no such news', { deadlineBefore: false, what: 'of-a-later-release' }],
])('the application is remembered when %s', (_, more) => {
  expect(commandFor(more)).toMatchObject({ aggregate: 'tellings', id: 'LB1', command: { type: 'HearNews' } });
});
