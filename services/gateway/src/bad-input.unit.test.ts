import { refuse } from '@lianban/model';
import { type TestGateway, type RequestInput, key, openGateway, problemIn, submission } from '../test/test-gateway';

let gateway: TestGateway;
afterEach(() => gateway.close());

const submit = (json: unknown, more: RequestInput = {}) =>
  gateway.send('/api/applications', { as: 'resident', headers: key(), json, ...more });
const pointers = async (response: Response) => (await problemIn(response)).errors?.map((error) => error.pointer);
const nothingWasAsked = () => expect(gateway.calls).toEqual([]);

describe('an invalid body is 422 with a pointer to each wrong field, and reaches no service', () => {
  beforeEach(async () => {
    gateway = await openGateway();
  });

  const texts = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, nth) => [`t${nth}`, 'x'.repeat(10_000)]));
  const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

  test('a name that comes twice, of which a parser would keep the last and say nothing', async () => {
    const body = '{"package":"p","answers":{"savings":1,"savings":2}}';
    const headers = { ...key(), 'Content-Type': 'application/json' };
    const response = await gateway.send('/api/applications', { as: 'resident', headers, raw: body, method: 'POST' });
    expect([response.status, await pointers(response)]).toEqual([422, ['/answers/savings']]);
    nothingWasAsked();
  });

  test.each<[string, unknown, string[]]>([
    ['a wrong type', { ...submission, package: 7 }, ['/package']],
    ['a missing field', { answers: {} }, ['/package']],
    ['two faults at once', { package: 1, answers: {}, materials: 'none' }, ['/package', '/materials']],
    ['an unknown field', { ...submission, residentId: 'r-2' }, ['/residentId']],
    ['a field with a slash in its name', { ...submission, 'a/b~': 1 }, ['/a~1b~0']],
    [
      'a field of a part that is not known',
      { ...submission, materials: [{ code: 'm', grade: 'C', reference: 'f-1', x: 1 }] },
      ['/materials/0/x'],
    ],
    [
      'a person’s number as a code',
      { ...submission, materials: [{ code: 'id-410105198001011234', grade: 'C', reference: 'f-1' }] },
      ['/materials/0/code'],
    ],
    [
      'a grade that is none',
      { ...submission, materials: [{ code: 'm', grade: 'E', reference: 'f-1' }] },
      ['/materials/0/grade'],
    ],
    [
      'a reference with a name in it',
      { ...submission, materials: [{ code: 'm', grade: 'C', reference: 'my-name-王小梅-410105198001011234' }] },
      ['/materials/0/reference'],
    ],
    ['answers that are a list', { ...submission, answers: [] }, ['/answers']],
    ['answers that are nothing', { ...submission, answers: null }, ['/answers']],
    ['a $-object', { ...submission, answers: { savings: { $gt: 0 } } }, ['/answers/savings/$gt']],
    ['a $-object in a list', { ...submission, answers: { list: [1, { $where: '1' }] } }, ['/answers/list/1/$where']],
    ['a key with a dot', { ...submission, answers: { 'a.b': 1 } }, ['/answers/a.b']],
    ['an empty key', { ...submission, answers: { '': 1 } }, ['/answers/']],
    ['nine levels', { ...submission, answers: deep(9) }, [`/answers${'/a'.repeat(8)}`]],
    ['a text too long', { ...submission, answers: { text: 'x'.repeat(10_001) } }, ['/answers/text']],
    ['texts that are too much together', { ...submission, answers: texts(97) }, ['/answers']],
    ['more values than anybody fills in', { ...submission, answers: { list: Array(6_000).fill(1) } }, ['/answers']],
    ['a district that is none', { ...submission, district: '4101' }, ['/district']],
    ['a body that is no object', 'text', ['']],
  ])('%s', async (_case, body, expected) => {
    const response = await submit(body);
    expect(response.status).toBe(422);
    expect(await pointers(response)).toEqual(expected);
    nothingWasAsked();
  });

  test.each<[string, string, string[]]>([
    ['a __proto__ key', '{"package":"p","answers":{"__proto__":{"admin":true}}}', ['/answers/__proto__']],
    ['a __proto__ key beside the answers', '{"package":"p","answers":{},"__proto__":{"x":1}}', ['/__proto__']],
    ['a number that is not finite', '{"package":"p","answers":{"savings":1e999}}', ['/answers/savings']],
    ['a NUL in a key', '{"package":"p","answers":{"a\\u0000b":1}}', ['/answers/a\0b']],
  ])('%s', async (_case, raw, expected) => {
    const headers = { ...key(), 'Content-Type': 'application/json' };
    const response = await gateway.send('/api/applications', { as: 'resident', headers, raw });
    expect(response.status).toBe(422);
    expect(await pointers(response)).toEqual(expected);
    nothingWasAsked();
  });

  test('a supplement of 970 kB, a draft and findings: the answer explains the limit', async () => {
    for (const [path, method, as, json, pointer] of [
      ['/api/applications/A-1/steps/licence/supplement', 'POST', 'resident', { answers: texts(97) }, '/answers'],
      ['/api/me/drafts/small-shop', 'PUT', 'resident', { answers: texts(97) }, '/answers'],
      [
        '/api/desk/cases/A-1/licence/decision',
        'POST',
        'officer',
        { outcome: 'granted', reason: 'ok', findings: texts(97) },
        '/findings',
      ],
    ] as const) {
      const response = await gateway.send(path, { method, as, json });
      const { errors } = await problemIn(response);
      expect([response.status, errors?.[0]?.pointer, errors?.[0]?.detail]).toEqual([
        422,
        pointer,
        expect.stringContaining('150 kB'),
      ]);
    }
    nothingWasAsked();
  });

  test('no body at all', async () => {
    const response = await gateway.send('/api/applications', { method: 'POST', as: 'resident', headers: key() });
    expect(response.status).toBe(422);
    expect(await pointers(response)).toEqual(['']);
    nothingWasAsked();
  });

  test('an officer’s findings are checked as strictly', async () => {
    const json = { outcome: 'granted', reason: 'ok', findings: { a: [{ $set: 1 }] } };
    const response = await gateway.send('/api/desk/cases/A-1/licence/decision', { as: 'officer', json });
    expect(await pointers(response)).toEqual(['/findings/a/0/$set']);
    nothingWasAsked();
  });

  test('an act without a body accepts none', async () => {
    const response = await gateway.send('/api/desk/cases/A-1/licence/acceptance', {
      as: 'officer',
      json: { force: true },
    });
    expect(await pointers(response)).toEqual(['/force']);
    nothingWasAsked();
  });

  test('a supplement without content', async () => {
    const response = await gateway.send('/api/applications/A-1/steps/licence/supplement', { as: 'resident', json: {} });
    expect(response.status).toBe(422);
    nothingWasAsked();
  });

  test('eight levels are allowed, and at most twenty faults are reported', async () => {
    expect((await submit({ ...submission, answers: deep(8) })).status).toBe(202);
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`$${i}`, 1]));
    expect(await pointers(await submit({ ...submission, answers: many }))).toHaveLength(20);
  });

  test('the problem quotes no value of the body', async () => {
    const response = await submit({ ...submission, package: { secret: '11010519491231002X' } });
    expect(await response.text()).not.toContain('11010519491231002X');
  });
});

describe('what the services refuse', () => {
  const refusing = async (slug: string, pointer?: string) => {
    gateway = await openGateway({ applications: { submit: async () => refuse(slug, 'Because.', pointer) } });
    return submit(submission);
  };

  test.each<[string, string, string | undefined, number, unknown]>([
    [
      'an answer the form does not allow',
      'invalid-answers',
      '/answers/savings',
      422,
      [{ pointer: '/answers/savings', detail: 'Because.' }],
    ],
    [
      'a pointer from the answers on',
      'invalid-answers',
      '/savings',
      422,
      [{ pointer: '/answers/savings', detail: 'Because.' }],
    ],
    [
      'a bad ID check digit',
      'invalid-id-number',
      '/answers/idNumber',
      422,
      [{ pointer: '/answers/idNumber', detail: 'Because.' }],
    ],
    ['answers as a whole', 'invalid-answers', undefined, 422, [{ pointer: '/answers', detail: 'Because.' }]],
    ['an unknown item', 'unknown-package', '/package', 422, [{ pointer: '/package', detail: 'Because.' }]],
    ['what the address names and is not there', 'unknown-step', '/step', 404, undefined],
    [
      'a field to blame, whatever the slug',
      'assessment-incomplete',
      '/findings/eating',
      422,
      [{ pointer: '/findings/eating', detail: 'Because.' }],
    ],
    [
      'a replayed key with another body',
      'idempotency-key-reused',
      undefined,
      409,
      [{ header: 'Idempotency-Key', detail: 'Because.' }],
    ],
    ['anything else', 'already-ended', undefined, 409, undefined],
    ['a service that is full', 'overloaded', undefined, 503, undefined],
  ])('%s: %s', async (_case, slug, pointer, status, errors) => {
    const response = await refusing(slug, pointer);
    expect(response.status).toBe(status);
    const problem = await problemIn(response);
    expect(problem).toMatchObject({ slug, detail: 'Because.' });
    expect(problem.errors).toEqual(errors);
    if (status === 503) expect(response.headers.get('retry-after')).toBe('2');
  });

  test('another resident’s application is indistinguishable from one that does not exist', async () => {
    const answers: string[] = [];
    for (const slug of ['not-your-application', 'application-not-found']) {
      gateway = await openGateway({ applications: { get: async () => refuse(slug, `Because of ${slug}.`) } });
      const response = await gateway.send('/api/applications/A-2', { as: 'resident' });
      expect(response.status).toBe(404);
      answers.push(await response.text());
      if (answers.length < 2) await gateway.close();
    }
    expect(answers[0]).toBe(answers[1]);
  });
});
