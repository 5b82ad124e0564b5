import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Problem } from '../http/problem';

/** The look of the residents' site, which may be what is down: nothing is fetched for it. */
const style =
  'body{margin:0;font:1.0625rem/1.7 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1c2733;background:#f4f6f8}' +
  'header{padding:.375rem 1.125rem;background:#fff;border-bottom:1px solid #d3dae1}header a{display:inline-flex;align-items:center;gap:.75rem;min-height:2.75rem;color:#0b3d66;font-size:1.125rem;font-weight:700;text-decoration:none}' +
  'header span{display:grid;place-items:center;width:2.25rem;height:2.25rem;border-radius:.4rem;background:#0b3d66;color:#fff;font-size:1.375rem;line-height:1}' +
  'main{max-width:42rem;margin:0 auto;padding:1.75rem 1.125rem 2.75rem}h1{font-size:1.875rem;line-height:1.35}h2{font-size:1.375rem}a{color:#0b5394}' +
  'button{display:block;width:100%;min-height:3.25rem;margin:.75rem 0;padding:.5rem 1.25rem;border:2px solid #0b3d66;border-radius:.5rem;background:#fff;color:#0b3d66;font:inherit;font-weight:600;text-align:start;cursor:pointer}' +
  'button:hover{background:#e8f1f9}section+section{margin-top:2.5rem;border-top:1px solid #d3dae1}:focus-visible{outline:3px solid #ffd24a;box-shadow:0 0 0 5px #1c2733}';

/** Self-contained pages: they are shown when no other page can be. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

interface PageWords {
  readonly title: string;
  readonly text: string;
  readonly link: readonly [text: string, path: string];
}
interface ProblemPageText {
  readonly zh: PageWords;
  readonly en: PageWords;
}

const home = { zh: ['返回首页', '/'], en: ['To the home page', '/'] } as const;

const busy: ProblemPageText = {
  zh: {
    title: '现在访问的人较多',
    text: '请过一会儿刷新本页。刚才这一页填写的内容没有发出；之前保存的都还在。',
    link: home.zh,
  },
  en: {
    title: 'Many people are here at the moment',
    text: 'Please reload in a moment. What you have just typed on this page was not sent; what was saved before is kept.',
    link: home.en,
  },
};

/** Texts by slug; other slugs get a text by whether the request may have had an effect. */
const said: Readonly<Record<string, ProblemPageText>> = {
  'site-unavailable': {
    zh: {
      title: '网页暂时打不开',
      text: '请过一会儿刷新本页。已经提交的申请不受影响，各部门照常办理；刚才这一页填写的内容没有发出；之前保存的都还在。急事请拨打 12345。',
      link: home.zh,
    },
    en: {
      title: 'The pages cannot be shown at the moment',
      text: 'Please reload in a moment. Applications already submitted are not affected and are being worked on; what you have just typed on this page was not sent, and what was saved before is kept. If it is urgent, call 12345.',
      link: home.en,
    },
  },
  'too-many-requests': busy,
  overloaded: busy,
  'sign-in-failed': {
    zh: {
      title: '登录没有完成',
      text: '可能是等待时间过长、取消了登录，或在另一个窗口重新开始了登录。请重新登录。',
      link: ['重新登录', '/auth/sign-in'],
    },
    en: {
      title: 'You are not signed in',
      text: 'It may have taken too long, been cancelled, or been begun again in another window. Please sign in again.',
      link: ['Sign in again', '/auth/sign-in'],
    },
  },
  'session-missing': {
    zh: { title: '还没有登录', text: '没有登录，或登录已经超时。', link: ['登录', '/auth/sign-in'] },
    en: {
      title: 'You are not signed in',
      text: 'Nobody is signed in here, or the session has ended.',
      link: ['Sign in', '/auth/sign-in'],
    },
  },
  'sign-in-unavailable': {
    zh: {
      title: '暂时不能登录',
      text: '身份认证系统没有响应，请过一会儿再试。不登录也可以查看办事指南；急事请拨打 12345。',
      link: home.zh,
    },
    en: {
      title: 'Signing in is not possible at the moment',
      text: 'The identity provider does not answer; please try again in a moment. The guides can be read without signing in. If it is urgent, call 12345.',
      link: home.en,
    },
  },
  'no-role': {
    zh: {
      title: '这个账号不能在这里办事',
      text: '登录成功，但这个账号没有本网站的权限。请换一个账号，或联系管理员。',
      link: ['换一个账号登录', '/auth/sign-in'],
    },
    en: {
      title: 'This account has nothing to do here',
      text: 'You signed in, but this account has no rights on this site. Please use another account, or ask your administrator.',
      link: ['Sign in with another account', '/auth/sign-in'],
    },
  },
  'sign-in-too-weak': {
    zh: {
      title: '这次登录的方式不够',
      text: '办理这件事需要用规定的方式、刚刚登录。请换用该方式重新登录，或联系管理员。',
      link: ['重新登录', '/auth/sign-in?fresh=1'],
    },
    en: {
      title: 'This sign-in is not enough',
      text: 'What you want to do needs a sign-in of just now, by the means your city demands. Please sign in that way, or ask your administrator.',
      link: ['Sign in again', '/auth/sign-in?fresh=1'],
    },
  },
  'not-found': {
    zh: { title: '没有这个页面', text: '请检查地址是否完整。', link: home.zh },
    en: { title: 'There is no such page', text: 'Please check that the address is complete.', link: home.en },
  },
  'other-site': {
    zh: {
      title: '没有办理',
      text: '这个请求不是从本网站的页面发出的，所以没有办理。请从本网站重新操作。',
      link: home.zh,
    },
    en: {
      title: 'Nothing was done',
      text: 'This request did not come from a page of this site, so nothing was done. Please start again from this site.',
      link: home.en,
    },
  },
};

const undone: ProblemPageText = {
  zh: { title: '没有办理', text: '这个请求不能办理，什么都没有改变。请返回上一页检查后再试。', link: home.zh },
  en: {
    title: 'Nothing was done',
    text: 'This request cannot be handled, and nothing was changed. Please go back, look at it again and retry.',
    link: home.en,
  },
};

const broken: ProblemPageText = {
  zh: {
    title: '出了点问题',
    text: '不能确定刚才的操作是否成功。请先到“我的办件”查看，再决定是否重试。',
    link: ['我的办件', '/applications'],
  },
  en: {
    title: 'Something went wrong',
    text: 'It is not known whether what you did has been done. Please look at your applications before you try again.',
    link: ['My applications', '/applications'],
  },
};

const section = (lang: string, heading: string, { title, text, link: [linked, path] }: PageWords): string =>
  `<section lang="${lang}"><${heading}>${title}</${heading}><p>${text}</p><p><a href="${path}">${linked}</a></p></section>`;

const html = (title: string, content: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><style>${style}</style></head><body>` +
  `<header><a href="/"><span aria-hidden="true">联</span>联办 Lianban</a></header><main>` +
  `${content}</main></body></html>`;

/** Sends a page of the gateway's own. @param content HTML of its main part */
export const sendHtml = (res: Response, status: number, title: string, content: string): void =>
  void res
    .status(status)
    .set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': policy })
    .type('html')
    .send(html(title, content));

/** The gateway's error page: in both languages, because it knows nobody's choice. */
export function sendOwnPage(res: Response, { status, slug, more }: Problem): void {
  const { zh, en } = said[slug] ?? (status < 500 ? undone : broken);
  res.set(more.headers ?? {});
  sendHtml(res, status, `${zh.title} · ${en.title}`, section('zh-CN', 'h1', zh) + section('en', 'h2', en));
}
