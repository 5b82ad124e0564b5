import type { Account } from './accounts';

const style =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}' +
  'button{font:inherit;display:block;width:100%;min-height:2.75rem;margin:.5rem 0;text-align:start;padding:.5rem 1rem}' +
  '.demo{border:3px solid #b00020;padding:.5rem 1rem;font-weight:bold}';

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>` +
  `<p class="demo">演示环境：不需要密码，所列都不是真人。 <span lang="en">Demonstration: no password, no real people.</span></p>` +
  `${content}</main></body></html>`;

/** The list of accounts. */
export function pickList(accounts: readonly Account[], action: string): string {
  const buttons = accounts.map(({ id, shown }) => `<button name="account" value="${id}">${shown}</button>`);
  return page(
    '选择演示账号 · Choose a demo account',
    `<form method="post" action="${action}">${buttons.join('')}<button name="cancel" value="yes">取消 Cancel</button></form>`,
  );
}

/** @param form of the provider, without a button */
export const leavePage = (form: string): string =>
  page(
    '退出登录 · Sign out',
    `${form}<button form="op.logoutForm" name="logout" value="yes" autofocus>退出 Sign out</button>`,
  );
