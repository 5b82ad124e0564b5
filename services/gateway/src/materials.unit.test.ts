import { refuse } from '@lianban/model';
import { type TestGateway, openGateway, problemIn } from '../test/test-gateway';
import { caseOf } from '../test/fake-ports';
import { claimsOf, tokenFor } from '../test/tokens';

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
    expect((await send('file', new Blob(['x'], { type: 'text/html' }))).status).toBe(415);
  });

  test('a declared type or size that is not allowed is refused before reading', async () => {
    gateway = await openGateway();
    expect((await upload('<p>', { 'Content-Type': 'text/html' })).status).toBe(415);
    expect((await upload('x'.repeat(11 * 1024 * 1024))).status).toBe(413);
    expect(gateway.calls).toEqual([]);
  });

  test.each([
    ['material-too-large', 413],
    ['material-type', 415],
    ['upload-incomplete', 400],
  ])('the service says %s: %d', async (slug, status) => {
    gateway = await openGateway({ materials: { upload: async () => refuse(slug, 'No.') } });
    const response = await upload('abc');
    expect([response.status, (await problemIn(response)).slug]).toEqual([status, slug]);
  });
});

describe('looking', () => {
  test('the owner gets it as a download, never as a page', async () => {
    gateway = await openGateway();
    const response = await gateway.send(`/api/me/materials/${reference}`, { as: 'resident' });
    expect(await response.text()).toBe('abc');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${reference}.png"`);
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
