import type { ReactElement } from 'react';
import type {
  ConsentList as Consents,
  MandateList as Mandates,
  Package,
  Profile,
  ReadList as Reads,
} from '@lianban/rest-client';
import { isolated } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useSay } from '../page/reader';
import { PartLink } from '../parts/part-link';
import { charges } from '../i18n/charges';
import { corrections } from '../i18n/corrections';
import { consents as consentWords } from '../i18n/consents';
import { entitlements } from '../i18n/entitlements';
import { guide } from '../i18n/guide';
import { inbox } from '../i18n/inbox';
import { me } from '../i18n/me';
import { offers } from '../i18n/offers';
import { todo } from '../i18n/todo';
import { listWords } from '../i18n/reads';
import { sessions } from '../i18n/sessions';
import { ConsentList } from './consent-list';
import { MandateList } from './mandate-list';
import { ReadList } from './read-list';

interface MyData {
  readonly reads: Reads;
  /** With the reader's own reads. */
  readonly own: boolean;
  readonly mandates: Mandates;
  readonly consents: Consents;
  /** Lists that are shown from a later page on. */
  readonly places: Readonly<Record<'reads' | 'mandates' | 'consents', boolean>>;
  /** Whoever is signed in, as the register has them. */
  readonly person: Profile | undefined;
  readonly packages: readonly Package[];
}

export const mePage = (known: MyData): Page => page(me.title, <Me {...known} />);

const parts = [
  { place: '/todo', name: todo.title },
  { place: '/me/entitlements', name: entitlements.title },
  { place: '/offers', name: offers.title },
  { place: '#mandates', name: me.mandates },
  { place: '#consents', name: consentWords.mine },
  { place: '#reads', name: me.reads },
  { place: '#everything', name: listWords.everything },
];

function Me({ reads, own, mandates, consents, places, person, packages }: MyData): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(me.title)}</h1>
      {person?.name ? <p className="quiet">{say(me.whoIAm(isolated(person.name), person.idNumberMasked))}</p> : null}
      <nav className="onpage" aria-label={say(guide.onThisPage)}>
        <ul>
          {parts.map(({ place, name }) => (
            <li key={place}>
              <a href={place}>{say(name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="mandates">
        <h2 id="mandates">{say(me.mandates)}</h2>
        <p>{say(me.mandatesLead)}</p>
        <MandateList side="received" mandates={mandates.received} packages={packages} />
        <MandateList side="given" mandates={mandates.given} packages={packages} />
        <Pages part="mandates" next={mandates.nextCursor} isFurther={places.mandates} />
        <p>
          <a className="button secondary" href="/me/mandates/new">
            {say(me.ask)}
          </a>
        </p>
      </section>
      <ConsentList consents={consents.consents} packages={packages} />
      <Pages part="consents" next={consents.nextCursor} isFurther={places.consents} />
      <section aria-labelledby="reads">
        <h2 id="reads">{say(me.reads)}</h2>
        <p>{say(me.readsLead)}</p>
        <ReadList reads={reads.reads} packages={packages} residentId={person?.residentId} />
        <Pages part="reads" next={reads.nextCursor} isFurther={places.reads} names={own ? { own: 'true' } : {}} />
        <p>
          <PartLink to="/me" part="reads" names={own ? {} : { own: 'true' }}>
            {own ? me.withoutOwn : me.withOwn}
          </PartLink>
        </p>
        <p>
          {say(listWords.save)}
          <a href="/api/me/reads.csv" download>
            {say(listWords.csv)}
          </a>
          {' · '}
          <a href="/api/me/reads.json" download>
            {say(listWords.json)}
          </a>
        </p>
      </section>
      <section aria-labelledby="everything">
        <h2 id="everything">{say(listWords.everything)}</h2>
        <p>
          {say(listWords.everythingLead)}
          <a href="/api/me/export.html" download>
            {say(listWords.readable)}
          </a>
          {' · '}
          <a href="/api/me/export" download>
            {say(listWords.json)}
          </a>
        </p>
      </section>
      <p>
        <a href="/me/corrections">{say(corrections.title)}</a>
        {' · '}
        <a href="/me/sessions">{say(sessions.title)}</a>
        {' · '}
        <a href="/charges">{say(charges.title)}</a>
        {' · '}
        <a href="/inbox/settings">{say(inbox.settings)}</a>
        {' · '}
        <a href="/settings">{say(me.settings)}</a>
      </p>
    </>
  );
}

interface ListPosition {
  readonly part: 'reads' | 'mandates' | 'consents';
  readonly next: string | undefined;
  readonly isFurther: boolean;
  readonly names?: Readonly<Record<string, string>>;
}

/** Links to older entries of a list, and back to its beginning. */
function Pages({ part, next, isFurther, names = {} }: ListPosition): ReactElement | null {
  if (!next && !isFurther) return null;
  return (
    <p>
      {next ? (
        <PartLink to="/me" part={part} names={{ ...names, [part]: next }}>
          {me.older}
        </PartLink>
      ) : null}
      {next && isFurther ? ' · ' : null}
      {isFurther ? (
        <PartLink to="/me" part={part} names={names}>
          {me.latest}
        </PartLink>
      ) : null}
    </p>
  );
}
