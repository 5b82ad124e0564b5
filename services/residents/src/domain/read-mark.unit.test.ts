import { type ReadMarkState, readMark } from './read-mark';

const unread: ReadMarkState = { status: 'unread' };
const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const mark = (state: ReadMarkState, hour: number) =>
  readMark.decide({ type: 'MarkRead', until: at(hour) }, state, at(9));

test('what was shown first is read, and what came later when it was shown', () => {
  expect(mark(unread, 1)).toEqual([{ type: 'MessagesRead', until: at(1) }]);
  expect(mark({ status: 'read', until: at(1) }, 2)).toEqual([{ type: 'MessagesRead', until: at(2) }]);
  expect(readMark.evolve(unread, { type: 'MessagesRead', until: at(2) })).toEqual({
    status: 'read',
    until: at(2),
  });
});

test.each([1, 2])('a page that shows no more than was read changes nothing (%i)', (hour) => {
  expect(mark({ status: 'read', until: at(2) }, hour)).toEqual([]);
});
