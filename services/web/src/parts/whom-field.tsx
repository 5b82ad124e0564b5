import type { ReactElement } from 'react';
import type { Package } from '@lianban/rest-client';
import { type Whom, isAboutChild, isAboutSelf } from '../forms/whom';
import { type BilingualText, useSay } from '../page/reader';
import { apply } from '../i18n/apply';
import { Radio, RadioGroup } from './radios';

interface Props {
  readonly of: Package;
  readonly people: readonly Whom[];
  readonly chosen: string;
  readonly problem: BilingualText | undefined;
}

/** Whom the application is about, where it can be about a child. */
export function WhomField({ of, people, chosen, problem }: Props): ReactElement | null {
  const say = useSay();
  if (!isAboutChild(of)) return null;
  const isSelf = isAboutSelf(of);
  if (people.length === 0 && !isSelf) return <p id="about">{say(apply.noChild)}</p>;
  return (
    <RadioGroup id="about" legend={say(apply.aboutWhom)} error={problem && say(problem)}>
      {isSelf ? (
        <Radio name="about" value="self" checked={chosen === 'self'}>
          {say(apply.aboutSelf)}
        </Radio>
      ) : null}
      {people.map(({ residentId, name }) => (
        <Radio key={residentId} name="about" value={residentId} checked={chosen === residentId}>
          <bdi>{name}</bdi>
        </Radio>
      ))}
    </RadioGroup>
  );
}
