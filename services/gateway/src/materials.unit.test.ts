import { refuse } from '@lianban/model';
import { applications } from '@lianban/protos';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { caseOf } from '../test/fake-ports';
import { type TestClaims, claimsOf, tokenFor } from '../test/tokens';

let gateway: TestGateway;
afterEach(() => gateway.close());

const reference = 'FM00000000-0000-4000-8000-000000000000';
const png = { 'Content-Type': 'image/png', 'X-File-Name': encodeURIComponent('身份证.png') };
const upload = (raw: string, headers: Record<string, string> = png) =>
  gateway.send('/api/me/materials', { as: 'resident', raw, headers });

describe('uploading', () => {
  test('the body is the file; it is stored as a copy, grade C', async () => {
    gateway = await openGateway();
    const response = await upload('abcdef');
    expect([response.status, response.headers.get('location')]).toEqual([201, `/api/me/materials/${reference}`]);
    expect(await response.json()).toMatchObject({ reference, name: '身份证.png', size: 6, grade: 'C' });
  });

  test('or the form field "file", for pages without script', async () => {
    gateway = await openGateway();
    const send = (field: string, file: Blob) => {
      const form = new FormData();
      form.append(field, file, 'C:\\papers\\plan.png');
      return fetch(`${gateway.url}/api/me/materials`, {
        method: 'POST',
        body: form,
        headers: { Authorization: bearer },
      });
    };
    const bearer = `Bearer ${await tokenFor(claimsOf.resident)}`;
    const image = new Blob(['abc'], { type: 'image/png' });
    expect(await (await send('file', image)).json()).toMatchObject({ size: 3, name: 'plan.png' });
    expect((await problemIn(await send('other', image))).slug).toBe('invalid-form');
  });

  test('at a counter it is kept for the resident; elsewhere, and for one’s own people, it is not taken', async () => {
    const path = '/api/desk/residents/r-7/materials';
    const kept: (string | undefined)[] = [];
    gateway = await openGateway({
      materials: {
        async upload(requests) {
          for await (const { header } of requests) if (header) kept.push(header.ownerId);
          return applications.v1.StoredMaterial.fromPartial({ reference, type: 'image/png' });
        },
      },
    });
    const send = (as: TestClaims) => gateway.send(path, { as, raw: 'abc', headers: png });
    const officer = { role: 'officer', id: 'o-1', department: 'permits', scopes: ['counter'] };
    expect(await (await send(officer)).json()).toMatchObject({ reference, name: '身份证.png' });
    expect((await problemIn(await send({ ...officer, scopes: [] }))).slug).toBe('scope-missing');
    expect((await problemIn(await send({ ...officer, id: 'r-7' }))).slug).toBe('conflict-of-interest');
    expect(kept).toEqual(['r-7']);
  });

  test.each(['', 'application/octet-stream', 'image/jpg', 'image/pjpeg', 'text/html'])(
    'a file declared as "%s" is passed on: its content decides',
    async (type) => {
      gateway = await openGateway();
      expect((await upload('abc', { 'Content-Type': type })).status).toBe(201);
      const body = new FormData();
      body.append('file', new Blob(['abc'], { type }), 'a.jpg');
      const headers = { Authorization: `Bearer ${await tokenFor(claimsOf.resident)}` };
      const sent = await fetch(`${gateway.url}/api/me/materials`, { method: 'POST', body, headers });
      expect(sent.status).toBe(201);
    },
  );

  test('a declared size that is not allowed is refused before reading', async () => {
    gateway = await openGateway();
    expect((await upload('x'.repeat(21 * 1024 * 1024))).status).toBe(413);
    expect(gateway.calls).toEqual([]);
  });

  test.each([
    ['material-too-large', 413],
    ['material-type', 415],
    ['upload-incomplete', 400],
    ['file-heic', 415],
    ['scanner-away', 503],
  ])('the service says %s: %d', async (slug, status) => {
    gateway = await openGateway({ materials: { upload: async () => refuse(slug, 'No.') } });
    const response = await upload('abc');
    expect([response.status, (await problemIn(response)).slug]).toEqual([status, slug]);
  });
});

test.each(['file-empty', 'file-broken', 'file-locked', 'file-infected', 'image-too-large'])(
  'the service says %s: told at the file',
  async (slug) => {
    gateway = await openGateway({ materials: { upload: async () => refuse(slug, 'No.', '/file') } });
    const response = await upload('abc');
    expect([response.status, await problemIn(response)]).toMatchObject([
      422,
      { slug, errors: [{ pointer: '/file', detail: 'No.' }] },
    ]);
  },
);

describe('looking', () => {
  test('mine are listed, with what they are called and where they were named', async () => {
    gateway = await openGateway();
    const response = await gateway.send('/api/me/materials', { as: 'resident' });
    expect(await response.json()).toEqual({
      papers: [
        {
          ...{ reference, name: '户口本.png', size: 3, type: 'image/png', used: true },
          uses: [{ applicationNumber: 'A-1', code: 'plan' }],
        },
      ],
    });
    expect(gateway.calls[0]?.request).toEqual({ ownerId: 'r-1', agentId: '' });
  });

  test('a preview is a small picture', async () => {
    gateway = await openGateway();
    const response = await gateway.send(`/api/me/materials/${reference}/preview`, { as: 'resident' });
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['image/jpeg', 'small']);
  });

  test('a PDF is a download, never a page', async () => {
    const pdf = applications.v1.StoredMaterial.fromPartial({ reference, type: 'application/pdf' });
    gateway = await openGateway({ materials: { describe: async () => pdf } });
    const response = await gateway.send(`/api/me/materials/${reference}`, { as: 'resident' });
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${reference}.pdf"`);
  });

  test('the owner sees a picture where they are', async () => {
    gateway = await openGateway();
    const response = await gateway.send(`/api/me/materials/${reference}`, { as: 'resident' });
    expect(await response.text()).toBe('abc');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="${reference}.png"`);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(gateway.calls[0]?.request).toEqual({ reference, ownerId: 'r-1', agentId: '' });
  });

  test('another resident’s is 404', async () => {
    gateway = await openGateway({ materials: { describe: async () => refuse('material-not-found', 'No.') } });
    expect((await gateway.send(`/api/me/materials/${reference}`, { as: 'resident' })).status).toBe(404);
  });

  test('an officer gets what a case of their department names, and nothing else', async () => {
    const path = `/api/desk/cases/A-1/licence/materials/${reference}`;
    gateway = await openGateway();
    expect((await gateway.send(path, { as: 'officer' })).status).toBe(404);
    expect(gateway.calls.map(({ name }) => name)).toEqual(['permits.getCase', 'residents.getRelation']);
    await gateway.close();
    const named = { materials: [{ code: 'plan', grade: 'C', reference }] };
    gateway = await openGateway({ desks: { permits: { getCase: async () => caseOf(3, named) } } });
    expect(await (await gateway.send(path, { as: 'officer' })).text()).toBe('abc');
  });
});
