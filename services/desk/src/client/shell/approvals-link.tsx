import { Badge } from 'antd';
import { NavLink } from 'react-router';
import type { Officer } from '@lianban/rest-client';
import { useApprovalCount } from '../api/approvals';
import { useWords } from '../i18n/language';

/** To what waits for this officer's answer, with how much it is. */
export function ApprovalsLink({ officer }: { readonly officer: Officer }) {
  const { t } = useWords();
  const count = useApprovalCount(officer);
  return (
    <NavLink to="/approvals">
      {t('approvals')} <Badge count={count} size="small" />
    </NavLink>
  );
}
