import { isRefusal } from '@lianban/model';
import { residents } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { noticeCounters } from '@lianban/telemetry';
import { NOTICES, RECIPIENTS } from './aggregate-types';
import type { Carrier } from './carriers/carrier';
import { addressOf, traceOf } from './contact';
import { nextAct } from './domain/next-act';
import type { MadeNotice, NoticeCommand, Report } from './domain/notice';
import { DEFAULT_PREFERENCE, type Preference } from './domain/recipient';
import { templateOf } from './domain/templates';
import { messageIdOf } from './message-id';
import { wordsOf } from './words-of';

/** Looked at together, and sent at once: ten thousand notices go out in their order, and other calls of the process between them. */
const PAGE = 200;
const AT_ONCE = 8;

interface Sender {
  readonly carriers: readonly Carrier[];
  readonly link: string;
}

/** Sends what is due until nothing is. A notice that fails for a reason nobody foresaw is due again when its lease is over. */
export async function sendDue(app: App, sender: Sender): Promise<void> {
  // An alert watches what it counts, so it is there before the first attempt.
  noticeCounters.sendings();
  for (;;) {
    const filter = { 'state.dueAt': { $lte: app.clock.now() } };
    const found = await app.find(NOTICES, { filter, sort: { 'state.dueAt': 1 }, limit: PAGE });
    const due = found.flatMap(({ id, state }) => (state.status === 'none' ? [] : [{ id, state }]));
    const preferences = await preferencesOf(
      app,
      due.flatMap(({ state }) => [state.to, state.residentId]),
    );
    const waiting = due.values();
    let failed = 0;
    const work = async () => {
      for (const { id, state } of waiting) {
        try {
          await actOn(app, sender, preferences, id, state);
        } catch (error) {
          failed += 1;
          app.log.warn({ err: error }, 'notice not sent: tried again');
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    // What failed would be found again at once.
    if (due.length < PAGE || failed > 0) return;
  }
}

type Preferences = (recipient: string) => Preference;

async function preferencesOf(app: App, recipients: readonly string[]): Promise<Preferences> {
  const ids = [...new Set(recipients)];
  const found =
    ids.length === 0 ? [] : await app.find(RECIPIENTS, { filter: { _id: { $in: ids } }, limit: ids.length });
  const byId = new Map(found.map(({ id, state }) => [id, state.preference]));
  return (recipient) => byId.get(recipient) ?? DEFAULT_PREFERENCE;
}

async function actOn(app: App, sender: Sender, preferences: Preferences, id: string, state: MadeNotice): Promise<void> {
  const act = (command: NoticeCommand) => app.dispatch(NOTICES, id, command);
  if (state.status === 'unchecked') {
    const why = await whyWithheld(app, preferences, state);
    await act(why === undefined ? { type: 'AdmitAgent' } : { type: 'WithholdNotice', why });
    return;
  }
  const preference = preferences(state.to);
  const ways = sender.carriers.map(({ channel }) => channel);
  const command = nextAct(state, preference, ways, app.clock.now());
  const done = await act(command);
  if (command.type !== 'SendNotice' || command.next === undefined) return;
  // Another process was first: only whoever began the attempt makes it.
  if (isRefusal(done) || done.state.status === 'none' || !done.events.some(({ type }) => type === 'SendingBegan'))
    return;
  const report = await sent(app, sender, preference, id, done.state, command.next);
  noticeCounters.sendings().add(1, { channel: report.channel, outcome: report.outcome });
  await act({ type: 'ReportSending', ...report });
}

/** An agent is told while they may act for the resident, and the resident wants them told. Asked when it is sent, not when it happened. */
async function whyWithheld(app: App, preferences: Preferences, state: MadeNotice): Promise<string | undefined> {
  if (!preferences(state.residentId).copiesToAgent) return 'no-copies';
  const mandates = app.clientOf('residents', residents.v1.MandatesServiceService);
  const asked = { principalId: state.residentId, agentId: state.to, package: state.package };
  const found = await mandates.check(asked);
  return isRefusal(found) ? found.refused : undefined;
}

async function sent(
  app: App,
  { carriers, link }: Sender,
  { language }: Preference,
  id: string,
  state: MadeNotice,
  channel: Report['channel'],
): Promise<Report> {
  const template = templateOf(state.template);
  const words = template && wordsOf(template, state, link);
  const carrier = carriers.find((each) => each.channel === channel);
  const nothing = { channel, mask: '', hash: '' };
  // Made by a newer release: tried again until this process is one.
  if (!carrier || !words?.push) return { ...nothing, outcome: 'temporary', code: 'template-unknown' };
  const address = await addressOf(app, channel, state.to, state.number);
  if (address === undefined) return { ...nothing, outcome: 'permanent', code: 'no-address' };
  const message = { id: messageIdOf(id), to: address, title: words.title[language], text: words.push[language] };
  return { channel, ...(await carrier.carry(message)), ...traceOf(address) };
}
