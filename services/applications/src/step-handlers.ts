import type { casework, steps } from '@lianban/protos';
import { eventHandler, type EventHandler } from '@lianban/inbox';
import { commandTo } from '@lianban/model';
import { type Reading, decisionNews, serviceNews } from '@lianban/steps';
import { APPLICATIONS } from './aggregate-types';

/**
 * What departments say of their steps → commands to the application the step belongs to. A message that breaks its
 * contract (no reference, no outcome) throws: no repetition can mend it, so it is a dead letter.
 */
export const decisionHandlers: readonly EventHandler[] = decisionNews.map((reading) =>
  handlerOf(reading, ({ department }: casework.v1.StepRef) => department),
);

/** The same of what city services say of theirs. */
export const serviceHandlers: readonly EventHandler[] = serviceNews.map((reading) =>
  handlerOf(reading, ({ service }: steps.v1.StepRef) => service),
);

interface AnyRef {
  readonly applicationNumber: string;
  readonly step: string;
}

function handlerOf<Ref extends AnyRef>({ type, newsOf }: Reading<Ref>, speakerOf: (ref: Ref) => string): EventHandler {
  return eventHandler(type, (message) => {
    const { ref } = message;
    if (!ref || ref.applicationNumber === '' || ref.step === '')
      throw new Error('the reference to its step is missing');
    const { applicationNumber: id, step } = ref;
    return commandTo(APPLICATIONS, id, {
      type: 'HearStepNews',
      step,
      department: speakerOf(ref),
      news: newsOf(message),
    });
  });
}
