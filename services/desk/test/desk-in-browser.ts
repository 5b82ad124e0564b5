import { type Visitors, openVisitors } from '@lianban/browser-testing';
import { type OpenDesk, openDesk } from './open-desk';

export interface DeskInBrowser {
  readonly served: OpenDesk;
  readonly visitors: Visitors;
}

/** The desk as it was built and a browser, open while the tests of the block run in which this is called. */
export function deskInBrowser(): DeskInBrowser {
  let served: OpenDesk;
  let visitors: Visitors;
  beforeAll(async () => {
    served = await openDesk();
    visitors = await openVisitors(served.url);
  });
  afterAll(async () => {
    await visitors?.close();
    await served?.close();
  });
  return {
    get served() {
      return served;
    },
    get visitors() {
      return visitors;
    },
  };
}
