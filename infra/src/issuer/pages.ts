import type { Account } from './accounts';

/** The look of the residents' site, so that a visitor sees one place. */
const style =
  'body{margin:0;font:1.0625rem/1.7 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1c2733;background:#f4f6f8}' +
  'header{display:flex;align-items:center;gap:.75rem;padding:.625rem 1.125rem;background:#fff;border-bottom:1px solid #d3dae1;color:#0b3d66;font-size:1.125rem;font-weight:700}' +
  'header span{display:grid;place-items:center;width:2.25rem;height:2.25rem;border-radius:.4rem;background:#0b3d66;color:#fff;font-size:1.375rem;line-height:1}' +
  'main{max-width:42rem;margin:0 auto;padding:1.75rem 1.125rem 2.75rem}h1{font-size:1.875rem;line-height:1.35}' +
  'button{display:block;width:100%;min-height:3.25rem;margin:.5rem 0;padding:.5rem 1rem;border:2px solid #0b3d66;border-radius:.5rem;background:#fff;color:#0b3d66;font:inherit;font-weight:600;text-align:start;cursor:pointer}' +
  'button:hover{background:#e8f1f9}:focus-visible{outline:3px solid #ffd24a;box-shadow:0 0 0 5px #1c2733}' +
  '.demo{border:3px solid #a8201a;border-radius:.5rem;background:#fff;padding:.5rem 1rem;font-weight:bold}';

export const page = (title: string, content: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><style>${style}</style></head><body>` +
  `<header><span aria-hidden="true">联</span>联办 Lianban</header><main><h1>${title}</h1>` +
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

/**
 * @param form of the provider, without a button
 * @param isSure whose sign-out it is: where scripts run, nobody has to press a second button
 */
export const leavePage = (form: string, isSure: boolean): string =>
  page(
    '退出登录 · Sign out',
    `${form}<button form="op.logoutForm" name="logout" value="yes" autofocus>退出 Sign out</button>` +
      (isSure ? '<script>document.querySelector("[name=logout]").click()</script>' : ''),
  );
