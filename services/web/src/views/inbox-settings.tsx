import type { ReactElement } from 'react';
import type { Contact } from '@lianban/rest-client';
import { type Page, formPage } from '../page/page';
import { useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary, type FieldProblem, useErrorOf } from '../parts/error-summary';
import { Radio, RadioGroup } from '../parts/radios';
import { TextField } from '../parts/text-field';
import { telling as words } from '../i18n/inbox';

/** What the form holds, as it was typed. */
export interface TypedTelling {
  readonly channels: string;
  readonly language: string;
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly copies: string;
  readonly email: string;
}

interface Props {
  readonly typed: TypedTelling;
  readonly contact: Contact;
  readonly problems: readonly FieldProblem[];
}

export const inboxSettingsPage = (props: Props): Page =>
  formPage(words.title, <InboxSettings {...props} />, props.problems);

function InboxSettings({ typed, contact, problems }: Props): ReactElement {
  const say = useSay();
  const errorOf = useErrorOf(problems);
  return (
    <>
      <BackLink to="/inbox" />
      <ErrorSummary problems={problems} />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <p className="quiet">{say(words.legal)}</p>
      <form method="post" action="/inbox/settings" noValidate>
        <RadioGroup id="channels" legend={say(words.channels)}>
          {words.choices.map(({ value, words: choice }, place) => (
            <Radio
              key={value}
              name="channels"
              value={value}
              checked={typed.channels === value}
              id={place === 0 ? 'channels' : `channels-${place}`}
            >
              {say(choice)}
            </Radio>
          ))}
        </RadioGroup>
        <p className="quiet">
          {say(contact.phone ? words.phone(contact.phone) : words.noPhone)}{' '}
          <a href="/me/corrections">{say(words.correct)}</a>
        </p>
        <TextField
          id="email"
          kind="text"
          label={say(words.email)}
          hint={say(words.emailHint)}
          error={errorOf('email')}
          typed={typed.email}
        />
        <RadioGroup id="language" legend={say(words.language)}>
          <Radio name="language" value="zh" checked={typed.language !== 'en'} language="zh-CN">
            中文
          </Radio>
          <Radio name="language" value="en" checked={typed.language === 'en'} language="en">
            English
          </Radio>
        </RadioGroup>
        <fieldset className="group">
          <legend>{say(words.quiet)}</legend>
          <p className="quiet">{say(words.quietHint)}</p>
          <TextField
            id="quietFrom"
            kind="text"
            label={say(words.from)}
            error={errorOf('quietFrom')}
            typed={typed.quietFrom}
          />
          <TextField id="quietTo" kind="text" label={say(words.to)} typed={typed.quietTo} />
        </fieldset>
        <RadioGroup id="copies" legend={say(words.copies)}>
          <Radio name="copies" value="yes" checked={typed.copies !== 'no'}>
            {say(words.copiesYes)}
          </Radio>
          <Radio name="copies" value="no" checked={typed.copies === 'no'}>
            {say(words.copiesNo)}
          </Radio>
        </RadioGroup>
        <button className="button">{say(words.save)}</button>
      </form>
    </>
  );
}
