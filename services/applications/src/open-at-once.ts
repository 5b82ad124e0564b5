import type { App } from '@lianban/runtime';
import { type Refusal, isRefusal, refuse } from '@lianban/model';
import { APPLICATIONS, REQUESTS } from './aggregate-types';

const mostRemembered = 10_000;

/**
 * Keeps a second application out where a package lets one be under way. The unique index decides, so that the ordinary way costs no
 * read. Each refusal by it makes a batch be decided again one by one, which is dear for everybody in it: whoever was refused is looked up
 * before they try again.
 */
export class OpenAtOnce {
  private readonly refused = new Set<string>();

  constructor(private readonly app: App) {}

  /** @param request the id of the request's key: one that was taken before is answered as before */
  async take<T>(only: string, request: string, dispatch: () => Promise<T | Refusal>): Promise<T | Refusal> {
    if (this.refused.has(only)) {
      const no = (await this.app.get(REQUESTS, request)) ? undefined : await this.open(only);
      if (no) return no;
    }
    const done = await dispatch();
    if (!isNotUnique(done)) return done;
    this.remember(only);
    const no = (await this.app.get(REQUESTS, request)) ? undefined : await this.open(only);
    // Sent twice at once, it is answered as the other was; else what stood in its way has ended by now.
    return no ?? dispatch();
  }

  private async open(only: string): Promise<Refusal | undefined> {
    const [found] = await this.app.find(APPLICATIONS, { filter: { 'state.onlyOneOf': only }, limit: 1 });
    if (found)
      return refuse(
        'application-open',
        `The application ${found.id} for this is under way: follow that one, or withdraw it first.`,
      );
    this.refused.delete(only);
    return undefined;
  }

  private remember(only: string): void {
    this.refused.add(only);
    for (const oldest of this.refused) {
      if (this.refused.size <= mostRemembered) return;
      this.refused.delete(oldest);
    }
  }
}

const isNotUnique = (done: unknown): boolean => isRefusal(done) && done.refused === 'not-unique';
