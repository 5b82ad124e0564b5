import { loadCatalogue, validateAnswers, validateFacts, validateSupplement, type InvalidValues } from './index';

const catalogue = loadCatalogue();
const shop = catalogue.find('open-small-shop')!;
const bench = catalogue.find('bench-four-departments')!;
const TODAY = '2026-03-02';
const GOOD = { reason: 'resigned', lastWorkedOn: '2026-03-02', savingsCents: 100, premisesArea: 12.5 };
const pointers = (refusal: InvalidValues | undefined): readonly string[] =>
  refusal?.wrong.map(({ pointer }) => pointer) ?? [];

describe('answers', () => {
  test('good ones pass; a question left out may be null', () => {
    expect(validateAnswers(shop, GOOD, TODAY)).toBeUndefined();
    const neverWorked = { ...GOOD, reason: 'never-worked', lastWorkedOn: null };
    expect(validateAnswers(shop, neverWorked, TODAY)).toBeUndefined();
  });

  test('everything wrong is told at once, by pointer, and no answer is repeated', () => {
    const refusal = validateAnswers(
      shop,
      { reason: 'Zhang San', savingsCents: 1.5, lastWorkedOn: 20260101, extra: 1 },
      TODAY,
    );
    expect(refusal).toMatchObject({ refused: 'invalid-answers', pointer: '/answers/premisesArea' });
    expect(pointers(refusal)).toEqual([
      '/answers/premisesArea',
      '/answers/reason',
      '/answers/savingsCents',
      '/answers/lastWorkedOn',
      '/answers/extra',
    ]);
    expect(refusal?.detail).not.toContain('Zhang San');
  });

  test.each([
    ['reason', undefined],
    ['reason', null],
    ['savingsCents', -1],
    ['savingsCents', '100'],
    ['savingsCents', NaN],
    ['savingsCents', 2 ** 60],
    ['premisesArea', Infinity],
    ['premisesArea', 2001],
    ['lastWorkedOn', undefined],
    ['lastWorkedOn', '2026-03-03'],
    ['lastWorkedOn', '2099-01-31'],
    ['lastWorkedOn', '1949-12-31'],
    ['lastWorkedOn', '2026-01-011'],
    ['lastWorkedOn', '2026-02-30'],
    ['lastWorkedOn', 'yesterday'],
    ['reason', ['resigned']],
  ])('%s = %j is wrong', (name, value) => {
    expect(pointers(validateAnswers(shop, { ...GOOD, [name]: value }, TODAY))).toEqual([`/answers/${name}`]);
  });

  test.each(['$where', 'a.b', '__proto__', '', 'x'.repeat(101)])('the key %j is refused', (key) => {
    const answers = Object.fromEntries([...Object.entries(GOOD), [key, 1]]);
    expect(validateAnswers(shop, answers, TODAY)?.wrong).toHaveLength(1);
    expect(validateAnswers(shop, answers, TODAY)!.detail.length).toBeLessThan(300);
  });
});

describe('answers that are objects', () => {
  const scores = (assessment: unknown) =>
    validateAnswers(bench, { reason: 'x', ownerConsent: true, touchesStructure: false, assessment }, TODAY);

  test('plain ones pass', () => {
    expect(scores({ eating: 4, coma: false })).toBeUndefined();
  });

  test.each([
    ['an operator inside', { eating: { $gt: 0 } }, '/answers/assessment/eating/$gt'],
    ['a path inside', { 'a.b': 1 }, '/answers/assessment/a.b'],
    ['too deep', { a: { b: { c: { d: { e: 1 } } } } }, '/answers/assessment/a/b/c/d'],
    ['a list', [1], '/answers/assessment'],
    ['too many values', Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`k${i}`, i])), '/answers/assessment'],
    ['a slash in a key', { 'a/~': { $x: 1 } }, '/answers/assessment/a~1~0/$x'],
  ])('%s is refused with its place', (_, assessment, pointer) => {
    expect(pointers(scores(assessment))).toEqual([pointer]);
  });
});

describe('a supplement', () => {
  test('may be part of the form, or what the department asked for by name', () => {
    expect(validateSupplement(shop, [], { premisesArea: 20 }, TODAY)).toBeUndefined();
    expect(validateSupplement(shop, ['floorPlan'], { floorPlan: 'on paper' }, TODAY)).toBeUndefined();
  });

  test('is checked like the form, and nothing else comes in', () => {
    expect(pointers(validateSupplement(shop, [], { premisesArea: 'big', floorPlan: 1 }, TODAY))).toEqual([
      '/answers/premisesArea',
      '/answers/floorPlan',
    ]);
    expect(pointers(validateSupplement(shop, ['x'], { x: { $set: 1 } }, TODAY))).toEqual(['/answers/x/$set']);
  });

  test('that no form describes is numbers and short words: it travels in an event, where a person must not be named', () => {
    const free = (x: unknown) => pointers(validateSupplement(shop, ['x'], { x }, TODAY));
    expect(free({ a: [3, true, 'second floor', '2026-01-31'] })).toEqual([]);
    expect(free({ a: '王小梅', b: 'id 410105198001011234', c: ['13800138000'] })).toEqual([
      '/answers/x/a',
      '/answers/x/b',
      '/answers/x/c/0',
    ]);
  });
});

describe('facts an operator says in a department’s stead', () => {
  const assessment = catalogue.find('elderly-parent-care')!.steps[0]!.entry;

  test('are those of the item, as it lists them', () => {
    expect(validateFacts(assessment, { level: 2, score: 52 }, true)).toBeUndefined();
    const refusal = validateFacts(assessment, { level: 5, score: 'Zhang San', name: 'x', $where: 1 }, true);
    expect(refusal).toMatchObject({ refused: 'invalid-facts', pointer: '/facts/level' });
    expect(pointers(refusal)).toEqual(['/facts/level', '/facts/score', '/facts/name', '/facts/$where']);
    expect(refusal?.detail).not.toContain('Zhang San');
  });

  test('are all there with a grant, which later steps rely on; a refusal may do without', () => {
    expect(validateFacts(assessment, {}, true)).toMatchObject({ pointer: '/facts/level' });
    expect(validateFacts(assessment, { level: null }, true)).toMatchObject({ pointer: '/facts/level' });
    expect(validateFacts(assessment, {}, false)).toBeUndefined();
    expect(validateFacts(assessment, { level: '2' }, false)).toMatchObject({ pointer: '/facts/level' });
  });
});

describe('a question that hangs on another answer', () => {
  const care = catalogue.find('elderly-parent-care')!;
  const wrong = (answers: Readonly<Record<string, unknown>>) => pointers(validateAnswers(care, answers, TODAY));

  test('is required when that answer makes it one, and else not missed', () => {
    expect(wrong({ wantsHomeAdaptation: true })).toEqual(['/answers/ownerConsent', '/answers/touchesStructure']);
    expect(wrong({ wantsHomeAdaptation: false })).toEqual([]);
    expect(wrong({})).toEqual([]);
  });
});
