import type { Package } from '../api/types';
import { consentsOf, given } from './consents';

const text = { zh: '', en: '' };
const share = { from: 'residents', what: text, purpose: text, version: '2026-1' };
const item = (code: string, basis: 'consent' | 'duty') => ({
  item: { code, name: text, department: 'social-assistance', materials: [], shares: [{ ...share, basis }] },
});
const packaged = {
  steps: [
    item('living', 'consent'),
    item('relief', 'duty'),
    item('living', 'consent'),
    { item: { ...item('x', 'duty').item, shares: undefined } },
  ],
} as unknown as Package;

test('asked for is what the law leaves to the applicant, once', () => {
  expect(consentsOf(packaged).map(({ id }) => id)).toEqual(['social-assistance-living']);
});

test('sent is what was agreed to, and nothing that was not', () => {
  const agreed = { from: 'residents', to: 'social-assistance', purpose: 'living', version: '2026-1' };
  expect(given(packaged, { 'social-assistance-living': true })).toEqual([agreed]);
  expect(given(packaged, { 'social-assistance-living': false, 'social-assistance-relief': true })).toEqual([]);
  expect(given(packaged)).toEqual([]);
});
