import type { ReactElement } from 'react';
import type { Offer, Package } from '@lianban/rest-client';
import { type Page, page } from '../page/page';
import { useReader, useSay } from '../page/reader';
import { nameOfDepartment } from '../i18n/departments';
import { offers as words } from '../i18n/offers';
import { day } from '../parts/format';

interface Offers {
  readonly offers: readonly Offer[];
  readonly packages: readonly Package[];
  /** Whoever is signed in; the others are for their children. */
  readonly residentId: string;
}

export const offersPage = (shown: Offers): Page => page(words.title, <OffersView {...shown} />);

function OffersView({ offers, packages, residentId }: Offers): ReactElement {
  const say = useSay();
  return (
    <>
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      {offers.length === 0 ? <p className="quiet">{say(words.none)}</p> : null}
      {offers.map((offer) => (
        <OfferPanel
          key={`${offer.for} ${offer.package}`}
          offer={offer}
          of={packages.find(({ code }) => code === offer.package)}
          isForChild={offer.for !== residentId}
        />
      ))}
      {offers.length > 0 ? <p className="quiet">{say(words.refuseHint)}</p> : null}
    </>
  );
}

interface Shown {
  readonly offer: Offer;
  readonly of: Package | undefined;
  readonly isForChild: boolean;
}

function OfferPanel({ offer, of, isForChild }: Shown): ReactElement | null {
  const say = useSay();
  const { departments, language } = useReader();
  if (!of) return null;
  const id = `offer-${offer.package}${isForChild ? `-${offer.for}` : ''}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{say(of.name)}</h2>
      {isForChild ? <p>{say(words.forChild)}</p> : null}
      <p>
        {say(words.because(offer.because, nameOfDepartment(offer.toldBy, departments), day(offer.since, language)))}
      </p>
      <p className="quiet">{say(words.law(offer.law))}</p>
      <form method="post" action={`/offers/${offer.package}`}>
        <input type="hidden" name="for" value={offer.for} />
        <div className="actions">
          <a className="button" href={`/apply/${offer.package}`} aria-label={say(words.applyFor(of.name))}>
            {say(words.apply)}
          </a>
          <button className="button secondary" aria-describedby={id}>
            {say(words.refuse)}
          </button>
        </div>
      </form>
    </section>
  );
}
