import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { shopApplication } from '../demo/small-shop';

export interface Person {
  readonly cookie: string;
  /** An application of theirs that is in progress. */
  readonly number: string;
  /** Port of the browser's debugging protocol. */
  readonly port: number;
  leave(): Promise<void>;
}

/** A resident who is signed in, in a browser of their own, and has applied for a shop. */
export async function signedIn(site: string, executablePath: string): Promise<Person> {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'lianban-lighthouse-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  const leave = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const page = await context.newPage();
    await page.goto(`${site}/auth/sign-in?return=/applications`);
    await page.locator('button[value="resident-3"]').click();
    await page.waitForURL(`${site}/applications`);
    await page.close();
    const cookies = await context.cookies(site);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    return { cookie, number: await anApplication(context, site), port, leave };
  } catch (error) {
    await leave();
    throw error;
  }
}

async function anApplication(context: BrowserContext, site: string): Promise<string> {
  const answer = await context.request.post(`${site}/api/applications`, {
    data: shopApplication,
    headers: { 'Idempotency-Key': `lighthouse-${Date.now()}`, 'Sec-Fetch-Site': 'same-origin' },
  });
  const { applicationNumber } = (await answer.json()) as { applicationNumber?: string };
  if (!applicationNumber) throw new Error(`applying was answered with ${answer.status()}`);
  return applicationNumber;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
