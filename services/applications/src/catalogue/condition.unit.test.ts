import { compileCondition, conditionProblems } from './condition';

const NAMES = {
  fields: new Set(['savingsCents', 'wantsCourse']),
  steps: new Map([
    ['assessment', new Set(['level'])],
    ['homeAdaptation', new Set<string>()],
  ]),
};

describe('conditions', () => {
  test.each([
    'assessment.level >= 2 and not(wantsCourse = true)',
    'homeAdaptation.outcome = "granted"',
    'some x in [1, 2] satisfies x > savingsCents',
    'list contains([1, 2], savingsCents)',
    'if wantsCourse then savingsCents > 1 else true',
  ])('%s is fine', (expression) => {
    expect(conditionProblems(expression, NAMES)).toEqual([]);
  });

  test.each([
    ['', 'is not a FEEL expression'],
    ['(savingsCents > 1', 'is not a FEEL expression'],
    ['wantsCourse = tru', 'uses "tru"'],
    ['home-adaptation.outcome = "granted"', 'uses "home"'],
    ['today() > savingsCents', 'uses "today"'],
    ['assessment.levle >= 2', 'uses "assessment.levle", a fact'],
    ['homeAdaptation.level >= 2', 'uses "homeAdaptation.level", a fact'],
  ])('%j is not', (expression, sentence) => {
    expect(conditionProblems(expression, NAMES).join('\n')).toContain(sentence);
  });

  test.each([
    ['savingsCents < 100', { savingsCents: 99 }, true],
    ['savingsCents < 100', { savingsCents: 100 }, false],
    ['wantsCourse = true', {}, false],
    ['wantsCourse = true', { wantsCourse: null }, false],
    ['savingsCents + 1', { savingsCents: 1 }, false],
    ['savingsCents < 100', { savingsCents: 'many' }, false],
  ])('%s with %j holds: %s', (expression, context, holds) => {
    expect(compileCondition([expression])(context).holds).toBe(holds);
  });

  test('all must hold, and the first that does not is the reason', () => {
    const condition = compileCondition(['savingsCents < 100', 'wantsCourse = true']);
    expect(condition({ savingsCents: 1, wantsCourse: false })).toEqual({ holds: false, why: 'wantsCourse = true' });
    expect(condition({ savingsCents: 1, wantsCourse: true }).holds).toBe(true);
    expect(compileCondition([])({}).holds).toBe(true);
  });

  test('the explanation names what is unknown and repeats no answer', () => {
    const { why } = compileCondition(['savingsCents * 2 < 100'])({ savingsCents: 'Zhang San' });
    expect(why).toMatch(/^savingsCents \* 2 < 100 \(unknown: /);
    expect(why).not.toContain('Zhang');
  });
});
