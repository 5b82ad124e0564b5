import { Alert, Button, Card, Input } from 'antd';
import { useId, useState } from 'react';
import type { Note } from '@lianban/rest-client';
import { useAddNote, useNotes } from '../api/hooks';
import { useProblemWords } from '../shell/problem-words';
import { momentText } from '../view/dates';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';

/** Notes for colleagues and messages to the applicant are separate forms, so that nobody sends one for the other. */
export function NotesPanel({ id, audience }: { readonly id: string; readonly audience: Note['audience'] }) {
  const { t, language } = useWords();
  const said = useProblemWords();
  const nameOf = useOfficerNames();
  const { data: notes = [] } = useNotes(id);
  const add = useAddNote(id);
  const [text, setText] = useState('');
  // One key per note: a retry after a lost answer writes it once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const field = useId();
  const isToResident = audience === 'resident';
  const send = () =>
    add.mutate(
      { audience, text, key },
      {
        onSuccess: () => {
          setText('');
          setKey(crypto.randomUUID());
        },
      },
    );
  const own = notes.filter((note) => note.audience === audience);
  return (
    <Card size="small" title={t(isToResident ? 'messages' : 'notes')} className={`notes ${audience}`}>
      <ul>
        {own.map((note) => (
          <li key={note.id}>
            <p dir="auto">{note.text}</p>
            <small>
              {nameOf(note.by)} · {momentText(note.at, language)}
            </small>
          </li>
        ))}
      </ul>
      {own.length === 0 && <p className="faint">{t(isToResident ? 'noMessages' : 'noNotes')}</p>}
      <label htmlFor={field}>{t(isToResident ? 'messagesHint' : 'notesHint')}</label>
      <Input.TextArea
        id={field}
        value={text}
        maxLength={2000}
        rows={2}
        className="grows"
        onChange={({ target }) => setText(target.value)}
      />
      {add.error && <Alert type="error" title={said(add.error)} />}
      <Button disabled={text.trim() === ''} loading={add.isPending} onClick={send}>
        {t(isToResident ? 'sendMessage' : 'send')}
      </Button>
    </Card>
  );
}
