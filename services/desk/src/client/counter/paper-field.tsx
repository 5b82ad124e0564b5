import { Alert, Button, Flex, Form, Input } from 'antd';
import { useRef, useState } from 'react';
import type { Package } from '@lianban/rest-client';
import { type CounterPage, uploadPage } from '../api/counter-paper';
import { isProblem } from '../api/client';
import { sayOf } from '../i18n/both';
import { useOwnWords } from '../i18n/own-words';
import { useWords } from '../i18n/language';
import { useProblemWords } from '../shell/problem-words';
import { paperProblems } from './paper-problems';
import { counterWords } from './words';

type Material = Package['steps'][number]['item']['materials'][number];

interface Props {
  readonly of: Material;
  readonly residentId: string;
  readonly pages: readonly CounterPage[];
  change(pages: readonly CounterPage[]): void;
}

// The platform's format of references: no name or ID number matches it.
const COUNTER_MARK = /^\s*[A-Z]{1,4}-20\d{2}-\d{1,8}\s*$/;

/** One paper at the counter: its pages from the scanner or a camera, or the mark under which the counter keeps it. */
export function PaperField({ of: { code, name, grade }, residentId, pages, change }: Props) {
  const { t, text, language } = useWords();
  const say = useOwnWords(counterWords);
  const said = useProblemWords();
  const file = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async (files: readonly File[]) => {
    setSending(true);
    setError(undefined);
    const taken = [...pages];
    try {
      // One after the other: pages stay in their order.
      for (const each of files) taken.push(await uploadPage(residentId, each));
    } catch (problem) {
      setError(problem);
    }
    change(taken);
    setSending(false);
  };
  const label = text(name);
  const ofPaper = isProblem(error) ? sayOf(paperProblems, error.slug, language) : undefined;
  return (
    <fieldset className="paper-field">
      <legend>{label}</legend>
      <p className="faint">{t('grade', { grade })}</p>
      <ol className="materials">
        {pages.map(({ reference, name: of }, at) => (
          <li key={reference}>
            <bdi>{say('page', { nth: at + 1, file: of })}</bdi>
            <Button
              size="small"
              aria-label={say('removeOf', { file: of })}
              onClick={() => change(pages.filter((each) => each.reference !== reference))}
            >
              {say('remove')}
            </Button>
          </li>
        ))}
      </ol>
      <Flex gap="small" align="center">
        <input
          ref={file}
          type="file"
          multiple
          hidden
          aria-label={say('scanOf', { name: label })}
          accept="application/pdf,image/*"
          onChange={({ currentTarget }) => {
            const chosen = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            void send(chosen);
          }}
        />
        <Button loading={isSending} aria-label={say('scanOf', { name: label })} onClick={() => file.current?.click()}>
          {say(isSending ? 'sending' : 'scan')}
        </Button>
      </Flex>
      {error !== undefined && <Alert type="error" role="alert" title={ofPaper ?? said(error)} />}
      {pages.length === 0 && (
        <Form.Item
          name={['materials', code]}
          label={say('orMark')}
          rules={[{ pattern: COUNTER_MARK, message: t('materialRefWrong') }]}
        >
          <Input placeholder={t('materialRef')} maxLength={32} aria-label={`${label}: ${say('orMark')}`} />
        </Form.Item>
      )}
    </fieldset>
  );
}
