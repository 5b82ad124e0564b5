import { casework } from '@lianban/protos';
import { type GrpcService, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import type { App } from '@lianban/runtime';
import { z } from 'zod';
import type { Answers } from './answering';
import { RECORDS, recordId } from './record';

const head = z.object({
  residentId: z.string().regex(/^[\w.-]{1,64}$/),
  asOf: z.iso.date(),
  version: z.string().regex(/^[\w.-]{1,32}$/),
});

/** Records of before, from whoever brings in the city's registers: `registry`. */
export const serveImport = (app: App, answers: Answers): GrpcService =>
  grpcService(
    casework.v1.RecordsServiceService,
    {
      async import({ question, value, ...of }, call) {
        const shape = Object.hasOwn(answers, question) ? answers[question]?.shape : undefined;
        if (!shape) return refuse('record-invalid', `No question "${question}" is answered here.`, '/question');
        const [named, said] = [head.safeParse(of), shape.safeParse(value ?? {})];
        if (!named.success) return invalid(named.error, '');
        if (!said.success) return invalid(said.error, '/value');
        const { residentId } = named.data;
        const command = { type: 'KeepRecord', ...named.data, value: said.data } as const;
        const done = await app.dispatch(RECORDS, recordId(question, residentId), command, call);
        return isRefusal(done) ? done : {};
      },
    },
    { registry: 'everything' },
  );

const invalid = ({ issues: [first] }: z.ZodError, at: string) => {
  const path = `${at}/${(first?.path ?? []).join('/')}`;
  return refuse('record-invalid', `${path}: ${first?.message ?? 'is wrong'}.`, path);
};
