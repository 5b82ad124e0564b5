import { generateKeyPairSync } from 'node:crypto';
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import {
  authorization,
  doubtOf,
  isRequestSigned,
  openResource,
  partsOf,
  readAuthorization,
  sealResource,
  signatureHeaders,
  bill,
} from './index';

const { COLUMNS, TOTALS, readBill, sha1, yuanOf } = bill;

const merchantKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const oldKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const newKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signer = { merchant: '1900000109', serial: 'AB12', privateKey: merchantKeys.privateKey };
const now = new Date('2026-03-02T01:00:00Z');
const apiKey = Buffer.from('0123456789abcdef0123456789abcdef');

const headersOf = (sent: Record<string, string>) => {
  const small = new Map(Object.entries(sent).map(([name, value]) => [name.toLowerCase(), value]));
  return partsOf((name) => small.get(name));
};

test('a request signed here is one the SDK would have signed, and the other way round', () => {
  const header = authorization(signer, 'POST', '/v3/pay/transactions/h5?x=1', '{"a":"缴费"}', now);
  const parts = readAuthorization(header)!;
  const text = Formatter.request('POST', '/v3/pay/transactions/h5?x=1', parts.timestamp, parts.nonce, '{"a":"缴费"}');
  expect(Rsa.verify(text, parts.signature, merchantKeys.publicKey)).toBe(true);

  const at = String(Math.floor(now.getTime() / 1000));
  const theirs = Rsa.sign(Formatter.request('GET', '/v3/x', at, 'N', ''), merchantKeys.privateKey);
  const read = readAuthorization(Formatter.authorization('1900000109', 'N', theirs, at, 'AB12'))!;
  expect(read).toMatchObject({ merchant: '1900000109', serial: 'AB12', timestamp: at });
  expect(isRequestSigned(merchantKeys.publicKey, 'GET', '/v3/x', read, '')).toBe(true);
  expect(isRequestSigned(merchantKeys.publicKey, 'GET', '/v3/y', read, '')).toBe(false);
  expect(isRequestSigned(oldKeys.publicKey, 'GET', '/v3/x', read, '')).toBe(false);
});

describe('what came is the channel’s', () => {
  const keys = new Map([
    ['OLD', oldKeys.publicKey],
    ['NEW', newKeys.publicKey],
  ]);
  const body = '{"id":"1", "amount":10000}';
  const sent = (serial = 'OLD', key = oldKeys.privateKey, text = body) =>
    headersOf(signatureHeaders(serial, key, text, now));
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

  test('with either of two keys while one is replaced', () => {
    expect(doubtOf(keys, sent(), Buffer.from(body), now)).toBeUndefined();
    expect(doubtOf(keys, sent('NEW', newKeys.privateKey), Buffer.from(body), now)).toBeUndefined();
  });

  test('when the SDK signed it', () => {
    const timestamp = String(now.getTime() / 1000);
    const signature = Rsa.sign(Formatter.response(timestamp, 'N', body), oldKeys.privateKey);
    const parts = { timestamp, nonce: 'N', serial: 'OLD', signature };
    expect(doubtOf(keys, parts, Buffer.from(body), now)).toBeUndefined();
  });

  test.each([
    ['read and written again', JSON.stringify(JSON.parse(body)), sent(), now, 'wrong-signature'],
    ['signed with another key', body, sent('OLD', newKeys.privateKey), now, 'wrong-signature'],
    ['of a serial nobody knows', body, sent('GONE'), now, 'unknown-serial'],
    ['played again after six minutes', body, sent(), later(360), 'out-of-time'],
    ['from six minutes ahead', body, sent(), later(-360), 'out-of-time'],
    ['without a time', body, { ...sent(), timestamp: 'now' }, now, 'out-of-time'],
    ['without a signature', body, { ...sent(), signature: '' }, now, 'no-signature'],
    ['a probe', body, { ...sent(), signature: 'WECHATPAY/SIGNTEST/abc' }, now, 'wrong-signature'],
  ])('not %s', (_, text, parts, at, doubt) => {
    expect(doubtOf(keys, parts, Buffer.from(text), at)).toBe(doubt);
  });

  test('up to the five minutes', () => {
    expect(doubtOf(keys, sent(), Buffer.from(body), later(300))).toBeUndefined();
    expect(doubtOf(keys, sent(), Buffer.from(body), later(301))).toBe('out-of-time');
  });
});

// functions.md §3.4
const vector = {
  algorithm: 'AEAD_AES_256_GCM',
  nonce: 'abcdefghijkl',
  associated_data: 'transaction',
  ciphertext:
    'Eu6myr+6GaECeJdOZPZ6BX5y8y2JsllrLY4MrOJs/tpd6ozeWiaTxy8l49Rv5+L/pHfv4fgdM6iN3WNvzcDnMKKHq/eB0hIicThvShNZ1A3KxcdWy+pVe7Q/E6sDhVh2/9bRx4St0pzl3NnkBBNHQvP3ahud',
} as const;

test('the vector of a resource opens; with one bit of its additional data changed it does not', () => {
  expect(openResource(apiKey, vector)).toBe(
    '{"out_trade_no":"CH20260302000001","trade_state":"SUCCESS","amount":{"total":10000,"currency":"CNY"}}',
  );
  expect(() => openResource(apiKey, { ...vector, associated_data: 'transactioo' })).toThrow();
  expect(() => openResource(apiKey, { ...vector, ciphertext: 'AAAA' })).toThrow();
});

test('a resource sealed here is one the SDK opens', () => {
  const { ciphertext, nonce, associated_data: about } = sealResource(apiKey, '{"a":"缴费"}', 'transaction');
  expect(nonce).toHaveLength(12);
  expect(Aes.AesGcm.decrypt(ciphertext, apiKey.toString(), nonce, about)).toBe('{"a":"缴费"}');
});

describe('the daily bill', () => {
  const row = (values: Record<string, string>) => COLUMNS.map((column) => `\`${values[column] ?? ''}`).join(',');
  const pay = (number: string, yuan: string) =>
    row({
      商户订单号: number,
      微信订单号: `4${number}`,
      交易状态: 'SUCCESS',
      订单金额: yuan,
      申请退款金额: '0.00',
      手续费: '0.24',
    });
  const back = (number: string, yuan: string) =>
    row({
      商户退款单号: number,
      微信退款单号: `5${number}`,
      交易状态: 'REFUND',
      申请退款金额: yuan,
      订单金额: '0.00',
      手续费: '-0.24',
    });
  const totals = (count: number, paid: string, refunded: string, fees: string) => [
    TOTALS.join(','),
    [count, paid, refunded, '0.00', fees, paid, refunded].map((value) => `\`${value}`).join(','),
  ];
  const file = (...lines: string[]) => [COLUMNS.join(','), ...lines].join('\r\n') + '\r\n';
  const whole = file(
    pay('CH1-1', '40.00'),
    pay('CH2-1', '20.00'),
    back('RF1', '40.00'),
    ...totals(3, '60.00', '40.00', '0.24'),
  );

  test('is read in fen', () => {
    expect(COLUMNS).toHaveLength(27);
    expect(readBill(whole, sha1(whole))).toEqual({
      lines: [
        { kind: 'pay', number: 'CH1-1', channelNumber: '4CH1-1', fen: 4000, fee: 24 },
        { kind: 'pay', number: 'CH2-1', channelNumber: '4CH2-1', fen: 2000, fee: 24 },
        { kind: 'refund', number: 'RF1', channelNumber: '5RF1', fen: 4000, fee: -24 },
      ],
    });
    const empty = file(...totals(0, '0.00', '0.00', '0.00'));
    expect(readBill(empty, sha1(empty))).toEqual({ lines: [] });
  });

  test.each([
    ['another hash', whole, sha1('other'), 'hash-differs'],
    ['no end', whole.split('\r\n').slice(0, 3).join('\r\n'), undefined, 'truncated'],
    ['other totals', whole.replace('`60.00', '`61.00').replace('`60.00', '`61.00'), undefined, 'totals-differ'],
    ['half a fen', whole.replace('`20.00', '`20.005'), undefined, 'not-a-bill'],
    ['nothing in it', '', undefined, 'not-a-bill'],
    ['a page of HTML', '<html></html>', undefined, 'not-a-bill'],
  ])('with %s is not believed', (_, text, hash, fault) => {
    expect(readBill(text, hash ?? sha1(text))).toEqual({ fault });
  });

  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [4000, '40.00'],
    [-24, '-0.24'],
  ])('%s fen are %s yuan', (fen, yuan) => expect(yuanOf(fen)).toBe(yuan));
});
