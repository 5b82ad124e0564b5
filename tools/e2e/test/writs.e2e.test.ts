import type { OwnWrits, WritList } from '@lianban/rest-client';
import { findFont } from '@lianban/gateway';
import { applicationWhen, ended } from '../src/wait-for';
import { type TestCity, startCity } from './harness/city';
import { act, caseWhen } from '../src/desk';
import { readPdfs } from './read-pdfs';
import { testServers } from './harness/servers';
import { layout, shopWithoutLayout } from './harness/shop';

let city: TestCity;
beforeAll(async () => {
  city = await startCity({ name: 'writs', servers: testServers(), residents: 4 });
});
afterAll(() => city?.stop());

const font = findFont(process.env.PDF_FONT);
/** A file of the resident's. */
const file = (path: string) =>
  fetch(city.url + path, {
    headers: { authorization: `Bearer ${city.token({ role: 'resident', sub: 'resident-1' })}` },
  });

test('a department tells its acts in writing: as previewed, read by the resident and the desk, printed', async () => {
  const resident = city.assisted(1);
  const officer = city.officer('permits');
  const number = await resident.submit(shopWithoutLayout);
  await applicationWhen(resident, number, 'the missing paper is asked for', ended('waiting-for-you'));
  await resident.post(`/api/applications/${number}/steps/licence/supplement`, await layout(resident));
  const found = await caseWhen(officer, number, 'licence', 'received', 'accepted');
  if (found.status === 'received') await act(officer, number, 'licence', 'acceptance');

  const onCase = `/api/desk/cases/${number}/licence`;
  const decision = { outcome: 'refused', reason: 'inspection-failed', findings: { inspection: 'failed' } };
  const preview = await officer.post<WritList>(`${onCase}/writs/preview`, { act: 'decide', ...decision });
  expect(preview.writs.map(({ kind }) => kind)).toEqual(['refusal']);
  expect((await officer.get<WritList>(`${onCase}/writs`)).writs.map(({ kind }) => kind)).not.toContain('refusal');
  await act(officer, number, 'licence', 'decision', decision);
  await applicationWhen(resident, number, 'it has ended', ended('partly-granted'));

  const { steps } = await resident.get<OwnWrits>(`/api/applications/${number}/writs`);
  const kinds = Object.fromEntries(steps.map(({ step, writs = [] }) => [step, writs.map(({ kind }) => kind)]));
  expect(kinds).toMatchObject({
    registration: ['acceptance', 'grant'],
    licence: ['supplement', 'acceptance', 'refusal'],
  });
  const told = steps.find(({ step }) => step === 'licence')?.writs ?? [];
  const refusal = told.at(-1);
  expect(refusal?.parts).toEqual(preview.writs[0]?.parts);
  expect(refusal?.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(refusal?.parts)).toContain('现场核查不合格');
  expect((await officer.get<WritList>(`${onCase}/writs`)).writs).toEqual(told);

  const [pdf, receipt] = await Promise.all([
    file(`/api/applications/${number}/writs/licence/3/pdf`),
    file(`/api/applications/${number}/receipt.pdf?language=en`),
  ]);
  if (!font) {
    expect([pdf.status, receipt.status]).toEqual([503, 503]);
    return;
  }
  expect([pdf.status, receipt.status]).toEqual([200, 200]);
  const [printed, received] = await readPdfs([await pdf.bytes(), await receipt.bytes()]);
  expect(printed?.text).toContain(refusal!.number.replace(/\s/g, ''));
  expect(printed?.text).toContain(refusal!.digest);
  expect(received?.text).toContain(number);
});
