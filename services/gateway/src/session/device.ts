/** What a browser says of itself, in codes: enough to tell one's own devices apart, and no more. */
export interface Device {
  readonly browser: string;
  readonly system: string;
}

/** The first that fits counts: most browsers also name those they descend from. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'wechat'],
  [/AlipayClient\//, 'alipay'],
  [/HuaweiBrowser\//, 'huawei'],
  [/MiuiBrowser\//, 'miui'],
  [/QQBrowser\//, 'qq'],
  [/Edg(e|A|iOS)?\//, 'edge'],
  [/(Firefox|FxiOS)\//, 'firefox'],
  [/(Chrome|CriOS)\//, 'chrome'],
  [/Safari\//, 'safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'harmony'],
  [/Android/, 'android'],
  [/iPhone|iPad/, 'ios'],
  [/Windows/, 'windows'],
  [/Macintosh/, 'mac'],
  [/Linux|X11/, 'linux'],
];

const firstOf = (known: typeof browsers, text: string): string =>
  known.find(([shape]) => shape.test(text))?.[1] ?? 'other';

/** @param userAgent the header as it came, however long: only words of it are looked for */
export const deviceOf = (userAgent = ''): Device => ({
  browser: firstOf(browsers, userAgent.slice(0, 512)),
  system: firstOf(systems, userAgent.slice(0, 512)),
});
