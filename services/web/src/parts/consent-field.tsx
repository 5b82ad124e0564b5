import type { ReactElement } from 'react';
import { type AskedShare, isolated } from '@lianban/rest-client';
import { versionField } from '../forms/consents';
import { type BilingualText, useReader, useSay } from '../page/reader';
import { useDepartmentName } from '../i18n/departments';
import { consents } from '../i18n/consents';
import { Radio, RadioGroup } from './radios';
import { Summary } from './summary';

interface Props {
  readonly of: AskedShare;
  /** "yes", "no", or nothing: there is no preselection. */
  readonly typed: string;
  readonly problem?: BilingualText | undefined;
}

/** Who is told what, by whom, for which purpose and on which legal basis; and the reader's choice. */
export function ConsentField({ of, typed, problem }: Props): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const whom = useWhom();
  const { id } = of;
  return (
    <div className="consent">
      <input type="hidden" name={versionField(id)} value={of.version} />
      <RadioGroup
        id={id}
        legend={say(consents.question(of.department, departmentName(of.from), whom))}
        error={problem && say(problem)}
      >
        <ShareSummary of={of} />
        <Radio id={id} name={id} value="yes" checked={typed === 'yes'}>
          {say(consents.agree)}
        </Radio>
        <Radio name={id} value="no" checked={typed === 'no'} hint={say(consents.disagreeMeans)}>
          {say(consents.disagree)}
        </Radio>
      </RadioGroup>
    </div>
  );
}

/** The same without a choice: a share by legal duty. */
export function DutyNote({ of }: { readonly of: AskedShare }): ReactElement {
  const say = useSay();
  const departmentName = useDepartmentName();
  const whom = useWhom();
  return (
    <section className="panel" aria-labelledby={of.id}>
      <h3 id={of.id}>{say(consents.byDuty(of.department, departmentName(of.from), whom))}</h3>
      <ShareSummary of={of} />
    </section>
  );
}

/** Whose data it is: the reader's, or those of the principal they act for. */
function useWhom(): BilingualText {
  const { actingFor } = useReader();
  if (!actingFor) return consents.you;
  const name = isolated(actingFor.name);
  return { zh: name, en: name };
}

function ShareSummary({ of }: { of: AskedShare }): ReactElement {
  const say = useSay();
  return (
    <Summary
      rows={[
        { name: say(consents.what), value: say(of.what) },
        { name: say(consents.whatFor), value: say(of.purpose) },
        { name: say(consents.forItem), value: say(of.item) },
        { name: say(consents.law), value: say(of.law) },
      ]}
    />
  );
}
