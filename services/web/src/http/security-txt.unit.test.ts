import { type HttpServer, listen } from '@lianban/runtime';
import express from 'express';
import { webSettings } from '../settings';
import { securityTxt } from './security-txt';

const { securityContact } = webSettings.parse({
  SECURITY_CONTACT: 'mailto:security@city.example',
  SECURITY_CONTACT_UNTIL: '2026-12-31',
});
let server: HttpServer | undefined;
afterEach(() => server?.stop(0));

const ask = async (known: typeof securityContact, today: string) => {
  server = await listen(express().use(securityTxt(known, () => new Date(today))), '127.0.0.1', 0, 30_000);
  return fetch(`http://127.0.0.1:${server.port}/.well-known/security.txt`);
};

test('names the contact, and until when that holds', async () => {
  const response = await ask(securityContact, '2026-12-31T12:00:00Z');
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  const fields = Object.fromEntries(
    (await response.text())
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/).slice(0, 2)),
  );
  expect(fields).toEqual({
    Contact: 'mailto:security@city.example',
    Expires: '2026-12-31T15:59:59.000Z',
    'Preferred-Languages': 'zh, en',
  });
});

test('is not there the day after, nor without a contact', async () => {
  expect((await ask(securityContact, '2026-12-31T16:00:00Z')).status).toBe(404);
  await server?.stop(0);
  expect((await ask(webSettings.parse({}).securityContact, '2026-03-02T01:00:00Z')).status).toBe(404);
});

test.each([
  [{ SECURITY_CONTACT: 'mailto:security@city.example' }],
  [{ SECURITY_CONTACT_UNTIL: '2026-12-31' }],
  [{ SECURITY_CONTACT: 'security@city.example', SECURITY_CONTACT_UNTIL: '2026-12-31' }],
  [{ SECURITY_CONTACT: 'https://city.example/\nExpires: never', SECURITY_CONTACT_UNTIL: '2026-12-31' }],
  [{ SECURITY_CONTACT: 'https://city.example/report', SECURITY_CONTACT_UNTIL: 'soon' }],
])('%j does not start', (env) => {
  expect(webSettings.safeParse(env).success).toBe(false);
});
