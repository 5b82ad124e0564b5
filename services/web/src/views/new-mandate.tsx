import type { ReactElement } from 'react';
import { identityKinds, identityNames } from '@lianban/input';
import type { Mandate, Package } from '@lianban/rest-client';
import { type Page, formPage } from '../page/page';
import { useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { ErrorSummary, type FieldProblem, useErrorOf } from '../parts/error-summary';
import { Radio, RadioGroup } from '../parts/radios';
import { TextField } from '../parts/text-field';
import { fields } from '../i18n/fields';
import { me } from '../i18n/me';

interface MandateFormProps {
  readonly packages: readonly Package[];
  readonly organisations: readonly Mandate['principal'][];
  readonly typed: {
    readonly direction: string;
    /** In whose name it is given: an organisation’s credit code, or empty. */
    readonly of: string;
    readonly idKind: string;
    readonly idNumber: string;
    readonly name: string;
    readonly until: string;
    readonly packages: string;
  };
  readonly problems: readonly FieldProblem[];
}

export const newMandatePage = (form: MandateFormProps): Page =>
  formPage(me.newTitle, <NewMandate {...form} />, form.problems);

function NewMandate({ packages, organisations, typed, problems }: MandateFormProps): ReactElement {
  const say = useSay();
  const errorOf = useErrorOf(problems);
  return (
    <>
      <BackLink to="/me" />
      <ErrorSummary problems={problems} />
      <h1>{say(me.newTitle)}</h1>
      <p>{say(me.mandatesLead)}</p>
      <form method="post" action="/me/mandates/new" noValidate>
        <RadioGroup id="direction" legend={say(me.newWho)} error={errorOf('direction')}>
          <Radio id="direction" name="direction" value="received" checked={typed.direction === 'received'}>
            {say(me.newReceived)}
          </Radio>
          <Radio name="direction" value="given" checked={typed.direction === 'given'}>
            {say(me.newGiven)}
          </Radio>
        </RadioGroup>
        {organisations.length > 0 ? (
          <RadioGroup id="of" legend={say(me.newFor)}>
            <Radio name="of" value="" checked={typed.of === ''}>
              {say(me.newForMe)}
            </Radio>
            {organisations.map(({ residentId, name }) => (
              <Radio key={residentId} name="of" value={residentId} checked={typed.of === residentId}>
                <bdi>{name}</bdi>
              </Radio>
            ))}
          </RadioGroup>
        ) : null}
        <TextField id="name" kind="text" label={say(me.newName)} error={errorOf('name')} typed={typed.name} />
        <RadioGroup id="idKind" legend={say(me.newIdKind)}>
          {identityKinds.map((kind) => (
            <Radio key={kind} name="idKind" value={kind} checked={typed.idKind === kind}>
              {say(identityNames[kind])}
            </Radio>
          ))}
        </RadioGroup>
        <TextField
          id="idNumber"
          kind="text"
          label={say(me.newIdNumber)}
          hint={say(me.newIdNumberHint)}
          error={errorOf('idNumber')}
          typed={typed.idNumber}
        />
        <RadioGroup id="packages" legend={say(me.newPackages)}>
          <Radio name="packages" value="all" checked={typed.packages === 'all'}>
            {say(me.everything)}
          </Radio>
          {packages.map(({ code, name }) => (
            <Radio key={code} name="packages" value={code} checked={typed.packages === code}>
              {say(name)}
            </Radio>
          ))}
        </RadioGroup>
        <TextField
          id="until"
          kind="date"
          label={say(me.newUntil)}
          hint={say(fields.dayHint)}
          error={errorOf('until')}
          typed={typed.until}
        />
        <button className="button">{say(me.newSend)}</button>
      </form>
    </>
  );
}
