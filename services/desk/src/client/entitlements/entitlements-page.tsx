import { Button, Spin, Table } from 'antd';
import { Link } from 'react-router';
import { useDueEntitlements } from '../api/entitlements';
import { useWords } from '../i18n/language';
import { Failure } from '../shell/failure';
import { wholeDayText } from '../view/dates';
import { useNames } from '../view/names';

/** What the department pays and must look at again, by day. */
export default function EntitlementsPage() {
  const { t, word, language } = useWords();
  const { itemName } = useNames();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useDueEntitlements();
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Spin size="large" />;
  const rows = data.pages.flatMap(({ entitlements }) => entitlements);
  return (
    <>
      <h1>{t('entitlements')}</h1>
      <p className="faint">{t('entitlementsLead')}</p>
      <Table
        size="small"
        pagination={false}
        locale={{ emptyText: t('noneDue') }}
        rowKey={({ applicationNumber, step }) => `${applicationNumber}/${step}`}
        dataSource={rows}
        columns={[
          {
            title: t('lookBy'),
            render: (_, { lookBy = '' }) => (lookBy ? wholeDayText(lookBy, language) : ''),
          },
          {
            title: t('cases'),
            render: (_, { applicationNumber, step, benefit }) => (
              <Link to={`/cases/${applicationNumber}/${step}`}>
                {itemName(benefit)} {applicationNumber}
              </Link>
            ),
          },
          { title: t('entitlementStatus'), render: (_, { status }) => word(status) },
          { title: t('paidFrom'), dataIndex: 'from' },
        ]}
      />
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
