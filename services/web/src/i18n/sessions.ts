import type { BilingualText } from '../page/reader';

export const sessions = {
  title: { zh: '我登录的设备', en: 'Where I am signed in' },
  lead: {
    zh: '看到不认识的设备，请马上退出它，再修改登录密码。退出在几秒内生效。',
    en: 'If you do not know one of these, end it at once and change your password. It is signed out within seconds.',
  },
  here: { zh: '这台设备', en: 'This device' },
  begun: (at: string): BilingualText => ({ zh: `登录：${at}`, en: `Signed in: ${at}` }),
  seen: (at: string): BilingualText => ({ zh: `最近使用：约 ${at}`, en: `Last used: about ${at}` }),
  end: { zh: '让它退出', en: 'Sign it out' },
  endOthers: { zh: '退出其他所有设备', en: 'Sign out everywhere else' },
  none: { zh: '没有别的设备。', en: 'There is no other device.' },
} as const;

const browsers: Readonly<Record<string, BilingualText>> = {
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  huawei: { zh: '华为浏览器', en: 'Huawei Browser' },
  miui: { zh: '小米浏览器', en: 'Mi Browser' },
  qq: { zh: 'QQ 浏览器', en: 'QQ Browser' },
  edge: { zh: 'Edge', en: 'Edge' },
  firefox: { zh: 'Firefox', en: 'Firefox' },
  chrome: { zh: 'Chrome', en: 'Chrome' },
  safari: { zh: 'Safari', en: 'Safari' },
};
const systems: Readonly<Record<string, BilingualText>> = {
  harmony: { zh: '鸿蒙', en: 'HarmonyOS' },
  android: { zh: '安卓', en: 'Android' },
  ios: { zh: 'iPhone 或 iPad', en: 'iPhone or iPad' },
  windows: { zh: 'Windows', en: 'Windows' },
  mac: { zh: 'Mac', en: 'Mac' },
  linux: { zh: 'Linux', en: 'Linux' },
};
const otherBrowser: BilingualText = { zh: '其他浏览器', en: 'another browser' };
const otherSystem: BilingualText = { zh: '其他系统', en: 'another system' };

export const device = (browser: string, system: string): BilingualText => {
  const [by, on] = [browsers[browser] ?? otherBrowser, systems[system] ?? otherSystem];
  return { zh: `${on.zh} · ${by.zh}`, en: `${by.en} · ${on.en}` };
};

const roles: Readonly<Record<string, BilingualText>> = {
  resident: { zh: '以居民身份', en: 'As a resident' },
  officer: { zh: '以经办人身份', en: 'As an officer' },
  supervisor: { zh: '以负责人身份', en: 'As a supervisor' },
  operator: { zh: '以运维身份', en: 'As an operator' },
};
export const inRole = (role: string): BilingualText => roles[role] ?? { zh: '其他身份', en: 'In another role' };
