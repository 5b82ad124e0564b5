import type { casework } from '@lianban/protos';
import { eventHandler, type EventHandler } from '@lianban/inbox';
import { commandTo } from '@lianban/model';
import { type Reading, decisionNews } from '@lianban/steps';
import { APPLICATIONS } from './aggregate-types';

/**
 * What departments say of their steps → commands to the application the step belongs to. A message that breaks its
 * contract (no reference, no outcome) throws: no repetition can mend it, so it is a dead letter.
 */
export const stepHandlers: readonly EventHandler[] = decisionNews.map(handlerOf);

function handlerOf({ type, newsOf }: Reading<casework.v1.StepRef>): EventHandler {
  return eventHandler(type, (message) => {
    const { ref } = message;
    if (!ref || ref.applicationNumber === '' || ref.step === '')
      throw new Error('the reference to its step is missing');
    const { applicationNumber: id, step, department } = ref;
    return commandTo(APPLICATIONS, id, { type: 'HearStepNews', step, department, news: newsOf(message) });
  });
}
