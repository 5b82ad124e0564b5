import type { Charge, Notice } from '@lianban/rest-client';
import { drawn } from './drawn';
import type { FakeAnswers } from './site';

const card: Charge = {
  ...{ applicationNumber: 'LB20260302000001', step: 'fee', package: 'identity-card' },
  ...{ number: 'JF20260302000001', status: 'raised', amountCents: 4_000, underWay: true },
  name: { zh: '居民身份证工本费', en: 'Fee of the identity card' },
  law: { zh: '居民身份证法第二十条', en: 'Identity Card Law art. 20' },
  ...{ raisedAt: '2026-03-02T01:00:00Z', payUntil: '2026-03-16T15:59:59Z', refunds: [], receipts: [] },
};
const paidBack: Charge = {
  ...card,
  ...{
    step: 'earlier',
    number: 'JF20260301000007',
    status: 'refunded',
    paidAt: '2026-03-01T02:00:00Z',
    underWay: false,
  },
  refunds: [{ number: 'TK20260301000002', amountCents: 4_000, reason: 'undone', status: 'succeeded' }],
  receipts: [4_000, -4_000].map((amountCents, nth) => ({
    ...{ code: '41010226', number: `000000000${nth + 1}`, amountCents, issuedAt: '2026-03-01T02:00:00Z' },
  })),
};

const notice: Notice = {
  ...{ id: 'notice-1/1', applicationNumber: 'LB20260302000001', package: 'open-small-shop', step: 'licence' },
  ...{ department: 'permits', class: 'legal', at: '2026-03-04T01:05:00Z', unread: true, status: 'delivered' },
  title: { zh: '需要补正材料', en: 'Something is missing' },
  body: { zh: '办件 LB20260302000001 缺材料。', en: 'A paper of LB20260302000001 is missing.' },
  ...{ until: '2026-04-03T15:59:59Z', sentBy: 'sms' },
};
const preference = {
  ...{ language: 'zh', channels: ['sms', 'mail'], copiesToAgent: true },
  quietHours: { from: '21:00', to: '08:00' },
};
const session = { role: 'resident', browser: 'chrome', system: 'android', startedAt: '2026-03-02T01:00:00Z' };

/** What city services, sessions and corrections answer of one resident. */
export const fakeServices: FakeAnswers = {
  'GET /api/me/entitlements': drawn,
  'GET /api/me/charges?limit=100': { charges: [card, paidBack], nextCursor: '' },
  'GET /api/me/charges/LB20260302000001/fee?ask=true': card,
  'GET /api/me/charges/LB20260302000001/fee?ask=false': card,
  'GET /api/me/charges/LB20260302000001/earlier?ask=true': paidBack,
  'POST /api/me/charges/LB20260302000001/fee/payment': { payUrl: 'https://bank.example/pay/1' },
  'GET /api/me/notices?limit=20': {
    notices: [notice, { ...notice, id: 'notice-0/1', unread: false }],
    nextCursor: 'older',
  },
  'GET /api/me/notices/unread': { unread: 1 },
  'POST /api/me/notices/read': {},
  'GET /api/me/notice-preference': preference,
  'PUT /api/me/notice-preference': preference,
  'GET /api/me/contact': { phone: '13800138000', email: 'li@example.org' },
  'PUT /api/me/contact': {},
  'GET /api/me/sessions': {
    sessions: [
      { id: 's-1', current: true, ...session, seenAt: '2026-03-02T02:00:00Z' },
      { id: 's-2', current: false, ...session, seenAt: '2026-03-02T01:30:00Z' },
    ],
  },
  'GET /api/me/corrections': {
    corrections: [
      {
        id: 'c1',
        residentId: 'resident-2',
        field: 'address',
        value: '经八路 5 号',
        reference: 'material-1',
        status: 'asked',
        askedAt: '2026-03-02T01:00:00Z',
      },
    ],
  },
};
