import { Alert, Button, Card, Checkbox, Flex, Form, Select, Tag } from 'antd';
import { useState } from 'react';
import { type Package, type Person, consentTo, isAskedFor, needsConsent, sharesOf } from '@lianban/rest-client';
import type { CounterPage } from '../api/counter-paper';
import { useIntake, usePackages } from '../api/hooks';
import { useHere } from '../shell/here';
import { useProblemWords } from '../shell/problem-words';
import { CatalogueFields, valuesOf } from '../view/catalogue-fields';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';
import { useOwnWords } from '../i18n/own-words';
import { PaperField } from './paper-field';
import type { HandedIn } from './receipt';
import { counterWords } from './words';

interface IntakeValues {
  readonly package: string;
  readonly answers?: Record<string, unknown>;
  readonly materials?: Record<string, string | undefined>;
  readonly consents?: Record<string, boolean | undefined>;
}

interface Props {
  readonly person: Person;
  cancel(): void;
  done(handedIn: HandedIn): void;
}

/** The form as online, filled in by an officer with the resident; the application is marked as assisted. */
export function IntakeForm({ person, cancel, done }: Props) {
  const { t, text, district: districtName } = useWords();
  const say = useOwnWords(counterWords);
  const { id: officer } = useHere();
  const nameOf = useOfficerNames();
  const said = useProblemWords();
  const { data: packages = [] } = usePackages();
  const [form] = Form.useForm<IntakeValues>();
  const code = Form.useWatch('package', form);
  const chosen = packages.find((each) => each.code === code);
  const given = Form.useWatch('answers', form) ?? {};
  // The questions that the answers so far make questions.
  const asked = (chosen?.form ?? []).filter((field) => isAskedFor(field, given));
  // Shares that need the applicant's consent.
  const consents = chosen ? sharesOf(chosen).filter(needsConsent) : [];
  const intake = useIntake();
  const [key] = useState(() => crypto.randomUUID());
  // By material: a page that was uploaded stays when another package asks for the same paper.
  const [uploads, setUploads] = useState<Uploads>({});
  const submit = (typed: IntakeValues) => {
    if (!chosen) return;
    const { residentId, district } = person;
    const body = { residentId, package: chosen.code, ...(district && { district }), key };
    const answers = valuesOf(asked, typed.answers);
    const agreed = consents.filter(({ id }) => typed.consents?.[id] === true).map(consentTo);
    const materials = handedIn(chosen, typed.materials, uploads);
    const papers = materialsOf(chosen).flatMap(({ code: of, name }) => {
      const pages = materials.filter((each) => each.code === of).length;
      return pages > 0 ? [{ name: text(name), pages }] : [];
    });
    intake.mutate(
      { ...body, answers, materials, consents: agreed },
      {
        onSuccess: ({ applicationNumber: number }) =>
          done({
            ...{ number, applicant: person.name, service: text(chosen.name), papers },
            ...{ officer: nameOf(officer), at: new Date().toISOString() },
          }),
      },
    );
  };
  return (
    <Card
      size="small"
      className="narrow"
      title={
        <>
          <bdi>{person.name}</bdi> <code>{person.idNumberMasked}</code>{' '}
          {person.district && <Tag>{districtName(person.district)}</Tag>}
        </>
      }
    >
      <Alert type="info" title={t('assisted', { officer: nameOf(officer) })} />
      <Form<IntakeValues> form={form} layout="vertical" scrollToFirstError onFinish={submit}>
        <Form.Item name="package" label={t('choosePackage')} rules={[{ required: true, message: t('required') }]}>
          <Select options={packages.map((each) => ({ value: each.code, label: text(each.name) }))} />
        </Form.Item>
        {chosen && (
          <>
            <h2>{t('fillForm')}</h2>
            <CatalogueFields fields={asked} under="answers" />
            <h2>{t('materials')}</h2>
            <p className="faint">{say('hint')}</p>
            {materialsOf(chosen).map((material) => (
              <PaperField
                key={material.code}
                of={material}
                residentId={person.residentId}
                pages={uploads[material.code] ?? []}
                change={(pages) => setUploads((now) => ({ ...now, [material.code]: pages }))}
              />
            ))}
            {consents.length > 0 && (
              <>
                <h2>{t('consents')}</h2>
                <p className="faint">{t('consentsHint')}</p>
              </>
            )}
            {consents.map(({ id, department, what, purpose }) => (
              <Form.Item key={id} name={['consents', id]} valuePropName="checked" extra={text(purpose)}>
                <Checkbox>
                  {text(department)}: {text(what)}
                </Checkbox>
              </Form.Item>
            ))}
          </>
        )}
        {intake.error && <Alert type="error" title={said(intake.error)} />}
        <Flex gap="small">
          <Button type="primary" htmlType="submit" disabled={!chosen} loading={intake.isPending}>
            {t('handIn')}
          </Button>
          <Button onClick={cancel}>{t('cancel')}</Button>
        </Flex>
      </Form>
    </Card>
  );
}

const materialsOf = ({ steps }: Package) => [
  ...new Map(steps.flatMap(({ item }) => item.materials).map((each) => [each.code, each])).values(),
];

type Uploads = Readonly<Record<string, readonly CounterPage[]>>;

/** A paper handed over at a counter was checked there: grade B (国办函〔2016〕108号). */
const handedIn = (of: Package, typed: IntakeValues['materials'] = {}, uploads: Uploads = {}) =>
  materialsOf(of).flatMap(({ code }) => {
    const mark = typed[code]?.trim();
    const pages = uploads[code] ?? [];
    const references = pages.length > 0 ? pages.map(({ reference }) => reference) : mark ? [mark] : [];
    return references.map((reference) => ({ code, grade: 'B' as const, reference }));
  });
