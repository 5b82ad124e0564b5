import type { ReactElement } from 'react';
import type { Mandate, Package } from '@lianban/rest-client';
import { useReader, useSay } from '../page/reader';
import { day, list } from '../parts/format';
import { Tag, type Tone } from '../parts/tag';
import { mandateStatus, me } from '../i18n/me';
import { listWords } from '../i18n/reads';

interface Props {
  /** received: I act for the other; given: the other acts for me. */
  readonly side: 'received' | 'given';
  readonly mandates: readonly Mandate[];
  readonly packages: readonly Package[];
}

const tones: Readonly<Record<string, Tone>> = { asked: 'wait', 'in-force': 'good' };

export function MandateList({ side, mandates, packages }: Props): ReactElement {
  const say = useSay();
  const id = `mandates-${side}`;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{say(me[side])}</h3>
      {mandates.length === 0 ? (
        <p className="quiet">{say(me.none)}</p>
      ) : (
        <ul className="rows">
          {mandates.map((mandate) => (
            <Row key={mandate.id} of={mandate} side={side} packages={packages} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({ of, side, packages }: { of: Mandate; side: Props['side']; packages: readonly Package[] }): ReactElement {
  const say = useSay();
  const { language } = useReader();
  const other: Mandate['principal'] = side === 'received' ? of.principal : of.agent;
  const name = other.name ?? say(me.unnamed);
  const byRegister = of.principal.isOrganisation ? me.representative : me.guardian[side];
  const isForOrganisation = side === 'given' && of.principal.isOrganisation;
  const isEndless = of.principal.isOrganisation && of.confirmedBy === 'register';
  const matters = (codes: readonly string[]) =>
    list(codes.map((code) => packages.find((each) => each.code === code)?.name ?? me.oneMatter));
  return (
    <li>
      <strong>
        <bdi>{name}</bdi>
      </strong>{' '}
      <Tag tone={tones[of.status] ?? 'quiet'}>{say(mandateStatus(of.status))}</Tag>
      {of.confirmedBy === 'register' ? <span className="quiet"> {say(byRegister)}</span> : null}
      <span className="quiet">
        {isForOrganisation ? <bdi>{of.principal.name} · </bdi> : null}
        {say(of.packages === 'all' ? me.everything : matters(of.packages))}
        {isEndless ? null : <> · {say(me.until(day(of.until, language)))}</>}
      </span>
      <div className="actions">
        {side === 'received' && of.status === 'in-force' ? (
          <a className="button" href={`/for/${other.residentId}/applications`}>
            {say(me.act)}
            <bdi className="unseen">{name}</bdi>
          </a>
        ) : null}
        {side === 'received' && of.status === 'in-force' && other.isOrganisation ? (
          <a className="button secondary" href={`/for/${other.residentId}/reads`}>
            {say(listWords.ofOrganisation)}
            <bdi className="unseen">{name}</bdi>
          </a>
        ) : null}
        {isRevocable(of) ? (
          <a className="button secondary" href={`/me/mandates/${of.id}/revoke`}>
            {say(me.revoke)}
            <bdi className="unseen">{name}</bdi>
          </a>
        ) : null}
        {actsOn(of, side).map((act) => (
          <form key={act} method="post" action={`/me/mandates/${of.id}`}>
            <button className="button secondary" name="act" value={act}>
              {say(me[act])}
              <bdi className="unseen">{name}</bdi>
            </button>
          </form>
        ))}
      </div>
    </li>
  );
}

/** What takes one click; one in force is revoked on a page of its own. */
function actsOn({ status }: Mandate, side: Props['side']): readonly ('confirm' | 'refuse' | 'revoke')[] {
  if (status !== 'asked') return [];
  return side === 'given' ? ['confirm', 'refuse'] : ['revoke'];
}

/** A guardian of a minor is one by law: nobody takes that back here. */
const isRevocable = ({ status, confirmedBy }: Mandate): boolean => status === 'in-force' && confirmedBy !== 'register';
