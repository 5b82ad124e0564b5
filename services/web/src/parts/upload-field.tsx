import type { ReactElement } from 'react';
import { useReader, useSay } from '../page/reader';
import { signInPath } from '../http/sign-in-path';
import { files } from '../i18n/files';

interface Props {
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly button?: string | undefined;
  readonly error?: string | undefined;
}

/**
 * A form with one file. The script uploads what is chosen at once, several files one after another, and shows progress. No type is
 * demanded here: phones call a photo by many names, and its content decides.
 */
export function UploadField({ id, action, label, button, error }: Props): ReactElement {
  const say = useSay();
  const { here } = useReader();
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      id={`upload-${id}`}
      data-upload=""
      data-missing={say(files.missing)}
      data-empty={say(files.empty)}
      data-large={say(files.large)}
      data-failed={say(files.failed)}
      data-progress={say(files.uploading)}
      data-signed-out={say(files.signedOut)}
      data-sign-in={say(files.signIn)}
      data-sign-in-at={signInPath(here)}
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
          accept="image/jpeg,image/png,image/webp,application/pdf"
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
        />
      </div>
      <button className="button secondary">{button ?? say(files.upload)}</button>
    </form>
  );
}
