import { Alert, Button, Card, Checkbox, Flex, Form, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { type Package, type Person, consentTo, isAskedFor, needsConsent, sharesOf } from '@lianban/rest-client';
import { useIntake, usePackages } from '../api/hooks';
import { useHere } from '../shell/here';
import { useProblemWords } from '../shell/problem-words';
import { CatalogueFields, valuesOf } from '../view/catalogue-fields';
import { useOfficerNames } from '../view/officers';
import { useWords } from '../i18n/language';

interface IntakeValues {
  readonly package: string;
  readonly answers?: Record<string, unknown>;
  readonly materials?: Record<string, string | undefined>;
  readonly consents?: Record<string, boolean | undefined>;
}

interface Props {
  readonly person: Person;
  cancel(): void;
  done(number: string): void;
}

/** The form as online, filled in by an officer with the resident; the application is marked as assisted. */
export function IntakeForm({ person, cancel, done }: Props) {
  const { t, text, district: districtName } = useWords();
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
  const submit = (typed: IntakeValues) => {
    if (!chosen) return;
    const { residentId, district } = person;
    const body = { residentId, package: chosen.code, ...(district && { district }), key };
    const answers = valuesOf(asked, typed.answers);
    const agreed = consents.filter(({ id }) => typed.consents?.[id] === true).map(consentTo);
    intake.mutate(
      { ...body, answers, materials: handedIn(chosen, typed.materials), consents: agreed },
      { onSuccess: ({ applicationNumber }) => done(applicationNumber) },
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
            <p className="faint">{t('materialsHint')}</p>
            {materialsOf(chosen).map(({ code: material, name, grade }) => (
              <Form.Item
                key={material}
                name={['materials', material]}
                label={text(name)}
                extra={t('grade', { grade })}
                rules={[{ pattern: COUNTER_MARK, message: t('materialRefWrong') }]}
              >
                <Input placeholder={t('materialRef')} maxLength={32} />
              </Form.Item>
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

// The platform's format of references: no name or ID number matches it.
const COUNTER_MARK = /^\s*[A-Z]{1,4}-20\d{2}-\d{1,8}\s*$/;

/** A paper handed over at a counter was checked there: grade B (国办函〔2016〕108号). */
const handedIn = (of: Package, typed: IntakeValues['materials'] = {}) =>
  materialsOf(of).flatMap(({ code }) => {
    const reference = typed[code]?.trim();
    return reference ? [{ code, grade: 'B' as const, reference }] : [];
  });
