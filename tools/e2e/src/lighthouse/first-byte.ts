import { request } from 'node:http';

/** Milliseconds to the first byte of each of `times` requests, one after the other. @throws when the answer is not a page */
export async function firstBytes(url: string, cookie: string, times: number): Promise<number[]> {
  const found: number[] = [];
  // The first request opens the connections that the others reuse.
  for (let n = 0; n <= times; n += 1) found.push(await firstByte(url, cookie));
  return found.slice(1).sort((a, b) => a - b);
}

const firstByte = (url: string, cookie: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    request(url, { headers: { cookie, accept: 'text/html' } }, (response) => {
      response.once('data', () => resolve(performance.now() - began));
      response.resume();
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
    })
      .on('error', reject)
      .end();
  });
