import type { Decider } from '@lianban/model';
import type { AuditBlock } from '@lianban/audit-log';

export type PageState = { readonly status: 'open' } | ({ readonly status: 'sealed' } & AuditBlock);

export interface SealPage {
  readonly type: 'SealPage';
  readonly page: AuditBlock;
}

export interface PageSealed {
  readonly type: 'PageSealed';
  readonly page: AuditBlock;
}

/** Of two processes that seal a page of the same number the first one has done it; nothing changes it afterwards. */
export const sealedPage: Decider<PageState, SealPage, PageSealed> = {
  initial: () => ({ status: 'open' }),
  decide: ({ page }, state) => (state.status === 'sealed' ? [] : [{ type: 'PageSealed', page }]),
  evolve: (_state, { page }) => ({ status: 'sealed', ...page }),
};
