import type { ReactElement } from 'react';
import { Told } from '../parts/told';
import type { Package } from '@lianban/rest-client';
import type { Area } from '../catalogue/areas';
import { isSingle } from '../catalogue/single';
import { type Page, page } from '../page/page';
import { type BilingualText, useSay } from '../page/reader';
import { BackLink } from '../parts/back-link';
import { PackageCards } from '../parts/package-cards';
import { areaWords } from '../i18n/home';

function Listed({ title, packages }: { title: BilingualText; packages: readonly Package[] }): ReactElement | null {
  const say = useSay();
  if (packages.length === 0) return null;
  return (
    <>
      <h2>{say(title)}</h2>
      <PackageCards packages={packages} />
    </>
  );
}

export const areaPage = (area: Area, packages: readonly Package[]): Page =>
  page(area.name, <AreaView area={area} packages={packages} />);

function AreaView({ area, packages }: { area: Area; packages: readonly Package[] }): ReactElement {
  const say = useSay();
  return (
    <>
      <BackLink to="/" />
      <h1>{say(area.name)}</h1>
      <p className="lead">{say(area.about)}</p>
      {packages.length === 0 ? (
        <p>
          <Told text={areaWords.none} />
        </p>
      ) : (
        <>
          <Listed title={areaWords.lead} packages={packages.filter((each) => !isSingle(each))} />
          <Listed title={areaWords.single} packages={packages.filter(isSingle)} />
        </>
      )}
    </>
  );
}
