/* global Buffer, structuredClone */
// Residents who ask and submit all the time, over connections that are kept, and repeat only what HTTP lets them repeat.
const { randomUUID } = require('node:crypto');
const { Agent, request } = require('node:http');
const { setTimeout: pause } = require('node:timers/promises');

/** Answers of one request; rejects when the connection ends before. */
function once(agent, { url, method, headers, body }) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers, timeout: 30_000 }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString('utf8') }),
      );
      answer.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer in 30 s')));
    sent.on('error', (error) => reject(Object.assign(error, { isReused: sent.reusedSocket })));
    sent.end(body);
  });
}

/**
 * @param application what is submitted
 * @param patienceMs how long one request is repeated before it counts as lost
 */
function residents({ url, tokens, application, patienceMs }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const tally = { asked: 0, submitted: 0, repeated: {}, lost: [] };
  const accepted = new Set();
  let going = true;

  async function ask(method, path, token, body, key) {
    const headers = {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(key && { 'idempotency-key': key }),
    };
    // RFC 9110, 9.2.2: what is safe or idempotent may be repeated; a POST only when it is known to be, as a key makes it.
    const mayRepeat = method === 'GET' || key !== undefined;
    tally.asked++;
    for (const end = Date.now() + patienceMs; ;) {
      let why;
      let wait = 100;
      try {
        const answer = await once(agent, { url: url + path, method, headers, body });
        if (answer.status < 400) return answer;
        why = `${answer.status}`;
        if (answer.status !== 503) return lose(`${method} ${path}: ${why} ${answer.text.slice(0, 200)}`);
        wait = Number(answer.headers['retry-after'] || 1) * 1000;
      } catch (error) {
        why = `${error.code ?? error.message}${error.isReused ? ' on a kept connection' : ''}`;
        if (!mayRepeat && error.code !== 'ECONNREFUSED') return lose(`${method} ${path}: ${why}`);
      }
      if (Date.now() > end) return lose(`${method} ${path}: ${why}, for ${patienceMs / 1000} s`);
      const kind = `${method} ${why}`;
      tally.repeated[kind] = (tally.repeated[kind] ?? 0) + 1;
      await pause(wait);
    }
  }
  const lose = (what) => void tally.lost.push(what);

  async function submit(token) {
    const answer = await ask('POST', '/api/applications', token, JSON.stringify(application), randomUUID());
    if (!answer) return;
    accepted.add(JSON.parse(answer.text).applicationNumber);
    tally.submitted++;
  }
  async function live(token, i) {
    for (let n = i; going; n++, await pause(60)) {
      if (n % 4 === 0) await submit(token);
      else if (n % 4 === 1) await ask('GET', '/');
      else await ask('GET', '/api/applications', token);
    }
  }
  const lives = tokens.map((token, i) => live(token, i));
  return {
    tally: () => structuredClone(tally),
    accepted,
    stop: async () => {
      going = false;
      await Promise.all(lives);
      agent.destroy();
      return structuredClone(tally);
    },
  };
}

module.exports = { residents };
