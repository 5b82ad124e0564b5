import { Tag } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { Link } from 'react-router';
import type { CaseSummary } from '@lianban/rest-client';
import { useHere } from '../shell/here';
import { ClockTag } from '../view/clock-tag';
import { momentText } from '../view/dates';
import type { CatalogueNames } from '../view/names';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import { type TextKey, zh } from '../i18n/zh';

/** "accepted" → 办理中; a status of a later release is shown as it is. */
export const statusKey = (status: string): TextKey | undefined => {
  const key = `${status}_`;
  return key in zh ? (key as TextKey) : undefined;
};

export function useColumns(names: CatalogueNames): ColumnsType<CaseSummary> {
  const { t, word, district: districtName, language } = useWords();
  const { id: me } = useHere();
  const nameOf = useOfficerNames();
  return [
    { title: t('limit'), key: 'limit', width: 190, render: (_, { clock }) => <ClockTag clock={clock} /> },
    {
      title: t('number'),
      key: 'number',
      width: 190,
      render: (_, { id, applicationNumber }) => (
        <Link to={`/cases/${id}`} onClick={(event) => event.stopPropagation()}>
          {applicationNumber}
        </Link>
      ),
    },
    { title: t('item'), key: 'item', render: (_, { item }) => names.itemName(item) },
    {
      title: t('status'),
      key: 'status',
      width: 150,
      render: (_, { status, outcome, extension, decisionAsk, correctionAsk }) => {
        if (correctionAsk?.status === 'asked') return <Tag>{t('correctionTag')}</Tag>;
        if (extension?.status === 'asked') return <Tag>{t('extensionTag')}</Tag>;
        if (decisionAsk?.status === 'asked') return <Tag>{t('decisionTag')}</Tag>;
        const key = statusKey(status);
        if (outcome && status === 'decided') return t(outcome === 'granted' ? 'decidedGranted' : 'decidedRefused');
        return key ? t(key) : word(status);
      },
    },
    { title: t('district'), key: 'district', width: 90, render: (_, { district }) => districtName(district) },
    {
      title: t('holder'),
      key: 'holder',
      width: 150,
      render: (_, { holder }) =>
        holder === me ? (
          <Tag color="blue">{t('mine')}</Tag>
        ) : holder ? (
          nameOf(holder)
        ) : (
          <span className="faint">{t('nobody')}</span>
        ),
    },
    {
      title: t('received'),
      key: 'received',
      width: 130,
      render: (_, { receivedAt }) => momentText(receivedAt, language),
    },
  ];
}
