import type { ReactElement } from 'react';
import { useSay } from '../page/reader';
import { apply } from '../i18n/apply';

interface Props {
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly button: string;
  readonly error?: string | undefined;
}

/** A form with one file. The script checks type and size before sending, and shows progress. */
export function UploadField({ id, action, label, button, error }: Props): ReactElement {
  const say = useSay();
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      data-upload=""
      data-missing={say(apply.fileMissing)}
      data-large={say(apply.fileLarge)}
      data-wrong={say(apply.fileWrong)}
      data-failed={say(apply.fileFailed)}
      data-progress={say(apply.uploading)}
      className={error ? 'wrong' : undefined}
    >
      <div className="field">
        <label htmlFor={id}>{label}</label>
        {error ? (
          <p id={`${id}-error`} className="field-error">
            {error}
          </p>
        ) : null}
        <input
          id={id}
          name="file"
          type="file"
          accept="application/pdf,image/jpeg,image/png"
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <button className="button secondary">{button}</button>
    </form>
  );
}
