import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '@lianban/runtime';
import { ConfigError } from '@lianban/settings';
import { z } from 'zod';
import type { WechatSettings } from './channel/wechat';

/** A value, or a file with it. */
const text = z.string().transform((value, context) => {
  if (!value.startsWith('/')) return value;
  try {
    return readFileSync(value, 'utf8').trim();
  } catch {
    context.addIssue({ code: 'custom', message: 'names a file that cannot be read' });
    return z.NEVER;
  }
});

const keyOf = <T>(read: (pem: string) => T, what: string) =>
  text.transform((pem, context) => {
    try {
      return read(pem);
    } catch {
      context.addIssue({ code: 'custom', message: `is ${what}, or a file with it` });
      return z.NEVER;
    }
  });

const privateKey = keyOf(createPrivateKey, 'a private RSA key in PEM');
const platformKeys = keyOf((value) => {
  const read = z.record(z.string(), z.string()).parse(JSON.parse(value));
  const keys = Object.entries(read).map(([serial, pem]) => [serial, createPublicKey(pem)] as const);
  if (keys.length === 0) throw new Error('none');
  return new Map(keys);
}, '{ "SERIAL": "public key or certificate in PEM" }');

export const paymentsSettings = z.object({
  WECHAT_ADDRESS: z
    .url()
    .optional()
    .describe('where WeChat Pay answers, `https://api.mch.weixin.qq.com`. Without it nothing can be paid online'),
  WECHAT_MERCHANT: z.string().optional().describe('the merchant’s number 商户号'),
  WECHAT_APP: z.string().optional().describe('the application’s id that the merchant is bound to'),
  WECHAT_SERIAL: z.string().optional().describe('the serial number of the merchant’s certificate'),
  WECHAT_PRIVATE_KEY: privateKey
    .optional()
    .describe('the merchant’s private RSA key in PEM, or a file with it: signs every request'),
  WECHAT_API_KEY: text
    .transform((key) => Buffer.from(key))
    .refine((key) => key.length === 32, 'is 32 bytes')
    .optional()
    .describe('the key of the API v3, 32 characters, or a file with it: opens what notifications carry'),
  WECHAT_PLATFORM_KEYS: platformKeys
    .optional()
    .describe(
      'by which keys the channel signs, as `{ "SERIAL": "PEM" }`, or a file with it: two while one is replaced',
    ),
  PUBLIC_ORIGIN: z
    .url()
    .optional()
    .describe('scheme, host and port of the site, where the channel’s notifications come in'),
});
export type PaymentsSettings = z.output<typeof paymentsSettings>;

/** Marks what belongs to the bank of a local stack: its merchant begins so. */
const demo = 'DEMO';

/** How to reach the channel; undefined when this city has none. @throws ConfigError when something is missing, and for demo values in production */
export function wechatFrom(settings: PaymentsSettings, environment: Config['environment']): WechatSettings | undefined {
  const { WECHAT_ADDRESS: address, ...rest } = settings;
  if (address === undefined) return undefined;
  const { WECHAT_MERCHANT: merchant, WECHAT_APP: app, WECHAT_SERIAL: serial, PUBLIC_ORIGIN: origin } = rest;
  const { WECHAT_PRIVATE_KEY: key, WECHAT_API_KEY: apiKey, WECHAT_PLATFORM_KEYS: keys } = rest;
  if (!merchant || !app || !serial || !origin || !key || !apiKey || !keys) {
    const missing = Object.keys(paymentsSettings.shape).filter(
      (name) => !(name in settings && settings[name as keyof PaymentsSettings]),
    );
    throw new ConfigError(`${missing.join(', ')}: must be set where WECHAT_ADDRESS is`);
  }
  if (environment === 'production') {
    if (merchant.startsWith(demo) || serial.startsWith(demo))
      throw new ConfigError('WECHAT_MERCHANT: is the demo bank’s: no money that is paid there arrives');
    if (!address.startsWith('https://')) throw new ConfigError('WECHAT_ADDRESS: begins with https:// in production');
  }
  return { address, merchant, app, serial, privateKey: key, apiKey, platformKeys: keys, origin };
}
