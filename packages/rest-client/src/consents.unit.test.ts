import type { Package } from '../gen/api';
import { consentTo, needsConsent, sharesOf } from './consents';

const text = { zh: '', en: '' };
const share = { from: 'residents', what: text, purpose: text, law: text, version: '2026-1' };
const step = (code: string, basis: 'consent' | 'duty') => ({
  id: `step-${code}`,
  item: {
    code,
    name: text,
    department: 'social-assistance',
    departmentName: text,
    shares: [{ ...share, basis }],
  },
});
const silent = { code: 'silent', name: text, department: 'permits', departmentName: text };
const packaged = {
  steps: [step('living', 'consent'), step('relief', 'duty'), step('living', 'consent'), { id: 'x', item: silent }],
} as unknown as Package;

test('who will ask is said once, whatever it rests on; not of steps that are not asked for', () => {
  const ids = (without?: ReadonlySet<string>) => sharesOf(packaged, without).map(({ purposeCode }) => purposeCode);
  expect(ids()).toEqual(['living', 'relief']);
  expect(ids(new Set(['step-living']))).toEqual(['relief']);
});

test('agreed to is only what the law leaves to the applicant, in the words that were shown', () => {
  const agreed = { from: 'residents', to: 'social-assistance', purpose: 'living', version: '2026-1' };
  expect(sharesOf(packaged).filter(needsConsent).map(consentTo)).toEqual([agreed]);
});
