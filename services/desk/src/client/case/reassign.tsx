import { Button, Modal } from 'antd';
import { useState } from 'react';
import { OfficerChoice } from '../view/officer-choice';
import { useWords } from '../i18n/language';
import type { CaseActs } from './use-case-acts';

/** Hands the case to a colleague. A dialogue of its own: beside the button, at the edge of the page, a pop-over was cut off. */
export function Reassign({ acts }: { readonly acts: CaseActs }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [to, setTo] = useState('');
  const close = () => {
    setOpen(false);
    setTo('');
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('reassign')}</Button>
      <Modal
        open={isOpen}
        title={t('reassignTo')}
        okText={t('reassign')}
        okButtonProps={{ disabled: to === '', loading: acts.isBusy }}
        cancelText={t('cancel')}
        onOk={() => acts.perform({ word: 'assignment', body: { to } }, close)}
        onCancel={close}
      >
        <OfficerChoice value={to} onChange={setTo} />
      </Modal>
    </>
  );
}
