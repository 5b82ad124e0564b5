import type { ReactElement } from 'react';
import { type Page, page } from '../page/page';
import type { BilingualText } from '../page/reader';
import { Confirm } from '../parts/confirm';
import { consents } from '../i18n/consents';
import { me } from '../i18n/me';

/** Asks before a mandate is revoked. @param name the other person */
export const revokeMandatePage = (id: string, name: string): Page =>
  page(me.revokeTitle, <RevokeMandate id={id} name={name} />);

const RevokeMandate = ({ id, name }: { readonly id: string; readonly name: string }): ReactElement => (
  <Confirm
    title={me.revokeTitle}
    means={me.revokeMeans}
    about={name}
    action={`/me/mandates/${id}`}
    act="revoke"
    send={me.revoke}
    back="/me#mandates"
    keep={me.revokeNot}
  />
);

/** Asks before a consent is revoked. */
export const revokeConsentPage = (id: string, about: string): Page =>
  page(consents.revokeTitle, <RevokeConsent id={id} about={about} />);

const RevokeConsent = ({ id, about }: { readonly id: string; readonly about: string }): ReactElement => (
  <Confirm
    title={consents.revokeTitle}
    means={consents.mineLead satisfies BilingualText}
    about={about}
    action={`/me/consents/${id}`}
    act="revoke"
    send={consents.revoke}
    back="/me#consents"
    keep={consents.revokeNot}
  />
);
