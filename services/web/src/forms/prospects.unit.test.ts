import type { Package } from '@lianban/rest-client';
import { without } from './prospects';

const field = (name: string, required = false) => ({ name, required });
const step = (id: string, answers: string[], expression?: string) => ({
  id,
  answers,
  conditions: expression ? [{ expression, means: { zh: '', en: '' } }] : [],
});
const of = {
  form: [field('wantsHome'), field('ownerAgrees'), field('area', true), field('wantsHomeToo'), field('note')],
  steps: [step('home', ['ownerAgrees', 'area'], 'wantsHome = true'), step('other', ['wantsHomeToo'])],
} as unknown as Package;
const names = (ruled: string[]) => without(of, new Set(ruled), {}).form.map(({ name }) => name);

test('with every step possible, every question is asked', () => {
  expect(names([])).toEqual(['wantsHome', 'ownerAgrees', 'area', 'wantsHomeToo', 'note']);
});

test('a question only a ruled-out step needs is dropped; required questions, inputs of conditions and questions of no step are kept', () => {
  expect(names(['home'])).toEqual(['wantsHome', 'area', 'wantsHomeToo', 'note']);
  expect(names(['home', 'other'])).toEqual(['wantsHome', 'area', 'note']);
});
