import { askOf } from './shortcuts';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, ...more });
const body = { tagName: 'BODY' };

test.each([
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['c', 'claim'],
  ['/', 'find'],
  ['?', 'help'],
  ['x', undefined],
])('%s asks for %s', (key, ask) => {
  expect(askOf(press(key), body)).toBe(ask);
});

test('shortcuts are off while typing', () => {
  for (const tagName of ['INPUT', 'TEXTAREA', 'SELECT']) expect(askOf(press('j'), { tagName })).toBeUndefined();
  expect(askOf(press('j'), { tagName: 'DIV', isContentEditable: true })).toBeUndefined();
  expect(askOf(press('j', { isComposing: true }), body)).toBeUndefined();
});

test('combinations belong to the browser, and Enter activates the focused element', () => {
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
    expect(askOf(press('c', more), body)).toBeUndefined();
  expect(askOf(press('Enter'), { tagName: 'BUTTON' })).toBeUndefined();
});
