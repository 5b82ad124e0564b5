import type { Asked } from './asked';
import { listNames, lists } from './parts';
import type { OwnData } from '../schemas/own-data';

/** The export as JSON, made while it is sent. Broken off, it is no JSON: it ends with `complete`. */
export async function* asJson(head: Pick<OwnData, 'about' | 'register'>, asked: Asked): AsyncGenerator<string> {
  yield `{"about":${JSON.stringify(head.about)},\n"register":${JSON.stringify(head.register)}`;
  for (const name of listNames) {
    yield `,\n"${name}":[`;
    let between = '\n';
    for await (const entry of lists[name](asked)) {
      yield between + JSON.stringify(entry);
      between = ',\n';
    }
    yield ']';
  }
  yield ',\n"complete":true}\n';
}
