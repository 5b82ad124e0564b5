import type { Response } from 'express';
import { sendHtml } from './own-page';

const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  resident: ['居民：办自己的事', 'Resident: for my own matters'],
  officer: ['经办人：在工作台办件', 'Officer: for cases at the desk'],
  supervisor: ['负责人：在工作台办件和分派', 'Supervisor: for cases at the desk, and assigning them'],
  operator: ['运维', 'Operator'],
};

/** Asks in which role somebody wants to act. @param now the role of their session; none before it begins */
export function sendRolePage(res: Response, roles: readonly string[], now: string | undefined, returnTo: string): void {
  const buttons = roles
    .filter((role) => role in words)
    .map((role) => {
      const [zh = '', en = ''] = words[role] ?? [];
      const here = role === now ? '（现在） (now)' : '';
      const action = `/auth/role/${role}?return=${encodeURIComponent(returnTo)}`;
      return `<form method="post" action="${action}"><button>${zh} <span lang="en">${en}</span>${here}</button></form>`;
    });
  const title = '您以哪种身份办事？ · In which role?';
  const lead =
    '<p>一次只用一种身份，之后可以切换。 <span lang="en">You act in one role at a time, and can switch later.</span></p>';
  sendHtml(res, 200, title, `<h1>${title}</h1>${lead}${buttons.join('')}`);
}
