import type { ReactElement } from 'react';
import type { MissingItem } from '../forms/missing';
import { useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';

interface Props {
  readonly of: MissingItem;
}

/** The officer's note on something missing, and the file submitted for it before. */
export function WantedNote({ of: { note, received } }: Props): ReactElement | null {
  const say = useSay();
  const { actingFor } = useReader();
  // An agent may not open files of the principal.
  const files = actingFor ? [] : received;
  if (!note && files.length === 0) return null;
  return (
    <>
      {note ? (
        <p className="said" dir="auto">
          <span className="quiet">{say(applications.note)}</span>
          <br />
          <bdi>{note}</bdi>
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
