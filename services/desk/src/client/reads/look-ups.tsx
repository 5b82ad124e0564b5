import { Table } from 'antd';
import { useLookUps } from '../api/reads';
import { useWords } from '../i18n/language';
import { useOfficerNames } from '../view/officers';

/** Who looked up how many people by ID number, by day. */
export function LookUps() {
  const { t } = useWords();
  const nameOf = useOfficerNames();
  const { data: rows = [] } = useLookUps();
  return (
    <>
      <h2>{t('lookUps')}</h2>
      <p className="faint">{t('lookUpsHint')}</p>
      <Table
        size="small"
        rowKey={({ day, officer }) => `${day} ${officer}`}
        pagination={false}
        dataSource={[...rows]}
        locale={{ emptyText: t('noLookUps') }}
        columns={[
          { title: t('lookUpsDay'), dataIndex: 'day' },
          { title: t('lookUpsOfficer'), render: (_, { officer }) => nameOf(officer) },
          { title: t('lookUpsCount'), dataIndex: 'lookUps' },
          { title: t('lookUpsPeople'), dataIndex: 'people' },
        ]}
      />
    </>
  );
}
