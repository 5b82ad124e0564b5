import type { ReactElement } from 'react';
import type { Item, Step } from '@lianban/rest-client';
import { useReader, useSay } from '../page/reader';
import { applications } from '../i18n/applications';
import { reasonName } from '../i18n/reasons';
import { day } from './format';

/** Says that the department put its own decision right, when, and why: nobody has to find out by comparing. */
export function DecisionCorrection({
  step: { correction, status },
  item,
}: {
  readonly step: Step;
  readonly item: Item | undefined;
}): ReactElement | null {
  const say = useSay();
  const { language } = useReader();
  if (!correction) return null;
  const isRevoked = correction.was === 'granted' && status === 'refused';
  const when = day(correction.at, language);
  const why = reasonName(correction.error, item);
  return <p>{say((isRevoked ? applications.revoked : applications.corrected)(when, why))}</p>;
}
