import type { ReactElement } from 'react';
import type { MissingItem } from '../forms/missing';
import { useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';

interface Props {
  readonly of: MissingItem;
}

/** What the officer wrote about something that is missing, and the file that was handed in for it before. */
export function WantedNote({ of: { note, received } }: Props): ReactElement | null {
  const say = useSay();
  const { actingFor } = useReader();
  // Whoever acts for somebody opens no file of theirs.
  const files = actingFor ? [] : received;
  if (!note && files.length === 0) return null;
  return (
    <>
      {note ? (
        <p className="said" dir="auto">
          <span className="quiet">{say(applications.note)}</span>
          <br />
          {note}
        </p>
      ) : null}
      {files.map((reference) => (
        <p key={reference}>
          <a href={`/api/me/materials/${reference}`}>{say(applications.earlier)}</a>
        </p>
      ))}
    </>
  );
}
