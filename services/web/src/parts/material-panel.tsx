import type { ReactElement, ReactNode } from 'react';
import type { HeldMaterial, ItemMaterial } from '@lianban/rest-client';
import { type BilingualText, useSay } from '../page/reader';
import { apply } from '../i18n/apply';
import { gradeName, guide } from '../i18n/guide';
import { Tag } from './tag';
import { UploadField } from './upload-field';

interface Props {
  readonly of: ItemMaterial;
  readonly usedFor: BilingualText;
  /** What is submitted for it so far. */
  readonly held: HeldMaterial | undefined;
  /** The URL for a file, a promise, or the removal of either. */
  readonly action: string;
  readonly error?: BilingualText | undefined;
  /** The outcome of an earlier submission. */
  readonly before?: BilingualText | undefined;
  readonly children?: ReactNode;
}

/** One material: uploaded, promised where a promise is enough, or removed. */
export function MaterialPanel({ of, usedFor, held, action, error, before, children }: Props): ReactElement {
  const say = useSay();
  const { code, name, grade } = of;
  const state = held ? (held.grade === 'D' ? apply.promised : apply.uploaded) : (before ?? apply.notYet);
  return (
    <section className="panel" aria-labelledby={`name-${code}`}>
      <h2 id={`name-${code}`}>
        {say(name)} <Tag tone={held ? 'good' : before ? 'wait' : 'quiet'}>{say(state)}</Tag>
      </h2>
      <p className="quiet">
        {say(guide.usedFor(usedFor))} · {say(gradeName(grade))}
      </p>
      {children}
      {held ? (
        <Act action={action} act="remove" name={say(name)}>
          {say(apply.remove)}
        </Act>
      ) : grade === 'D' ? (
        <Act action={action} act="promise" name={say(name)} id={code}>
          {say(apply.promise)}
        </Act>
      ) : (
        <UploadField
          id={code}
          action={action}
          label={say(apply.choose(name))}
          button={say(apply.upload)}
          error={error && say(error)}
        />
      )}
    </section>
  );
}

interface ActProps {
  readonly action: string;
  readonly act: string;
  readonly name: string;
  readonly id?: string;
  readonly children: string;
}

const Act = ({ action, act, name, id, children }: ActProps): ReactElement => (
  <form method="post" action={action}>
    <button id={id} className="button secondary" name="act" value={act}>
      {children}
      <span className="unseen">{name}</span>
    </button>
  </form>
);
