import { Alert, Button, Card, Descriptions, Modal, Radio } from 'antd';
import { identityNames } from '@lianban/input';
import { useState } from 'react';
import { type Person, type RevealPurpose, useDisclosure, usePerson } from '../api/hooks';
import { useProblemWords } from '../shell/problem-words';
import { useWords } from '../i18n/language';

const purposes = [
  ['check-identity', 'purposeIdentity'],
  ['fill-in-certificate', 'purposeCertificate'],
  ['check-with-other-system', 'purposeExchange'],
] as const;

/** The applicant: fetched on request, the ID number masked until a purpose is given. Each read is recorded. */
export function PersonPanel({ id }: { readonly id: string }) {
  const { t, text } = useWords();
  const said = useProblemWords();
  const [isWanted, setWanted] = useState(false);
  const { data: person, error, isFetching } = usePerson(id, isWanted);
  return (
    <Card size="small" title={t('applicant')}>
      {!person && (
        <p className="with-action">
          <Button loading={isFetching} onClick={() => setWanted(true)}>
            {t('showPerson')}
          </Button>
          <span className="faint">{t('personHint')}</span>
        </p>
      )}
      {error && <Alert type="warning" title={said(error)} />}
      {person && (
        <Descriptions
          size="small"
          column={2}
          items={
            person.organisationKind
              ? organisationItems(person, t)
              : [
                  { key: 'name', label: t('name'), children: <bdi>{person.name}</bdi> },
                  { key: 'birth', label: t('birthDate'), children: person.birthDate },
                  {
                    key: 'number',
                    label: text(identityNames[person.idKind]),
                    span: 2,
                    children: <IdNumber id={id} masked={person.idNumberMasked} />,
                  },
                  { key: 'phone', label: t('phone'), children: <bdi>{person.phone}</bdi> },
                  { key: 'address', label: t('address'), children: <bdi>{person.address}</bdi> },
                ]
          }
        />
      )}
    </Card>
  );
}

/** What a business register shows to anybody. */
const organisationItems = (of: Person, t: ReturnType<typeof useWords>['t']) => [
  { key: 'name', label: t('name'), children: <bdi>{of.name}</bdi> },
  { key: 'code', label: t('creditCode'), children: <code>{of.residentId}</code> },
  { key: 'district', label: t('district'), children: of.district },
];

function IdNumber({ id, masked }: { readonly id: string; readonly masked: string }) {
  const { t } = useWords();
  const said = useProblemWords();
  const [isAsking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState<RevealPurpose>(purposes[0][0]);
  const disclosure = useDisclosure(id);
  const shown = disclosure.data?.idNumber;
  return (
    <span className="id-number">
      <code>{shown ?? masked}</code>
      {shown ? (
        <span className="faint">{t('revealed')}</span>
      ) : (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('reveal')}
        </Button>
      )}
      <Modal
        open={isAsking}
        title={t('revealTitle')}
        okText={t('reveal')}
        confirmLoading={disclosure.isPending}
        onCancel={() => setAsking(false)}
        onOk={() => disclosure.mutate(purpose, { onSuccess: () => setAsking(false) })}
      >
        <p>{t('revealHint')}</p>
        <Radio.Group
          aria-label={t('purpose')}
          value={purpose}
          onChange={({ target }) => setPurpose(target.value as RevealPurpose)}
          options={purposes.map(([value, key]) => ({ value, label: t(key) }))}
        />
        {disclosure.error && <Alert type="error" title={said(disclosure.error)} />}
      </Modal>
    </span>
  );
}
