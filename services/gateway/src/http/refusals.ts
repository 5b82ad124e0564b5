import type { Refusal } from '@lianban/model';
import { Problem } from './problem';

export const shortWait = { 'Retry-After': '2' };

// A pointer of a refusal may start at this part of the request.
const partOf: Readonly<Record<string, string>> = {
  'invalid-answers': '/answers',
  'invalid-materials': '/materials',
  'invalid-consents': '/consents',
  'invalid-findings': '/findings',
};

// gRPC fields that the gateway fills in from path and token: a pointer to them blames nothing in the body.
const notInTheBody = /^\/(applicationNumber|step|id|residentId|operator|version|idempotencyKey|mandateId|draft)$/;
const notThere = /^unknown-|-not-found$/;

/**
 * Maps a service's refusal to an HTTP status; nothing else does.
 * Somebody else's application is 404 and not 403: a resident must not learn that it exists.
 * @param conditional the request carried If-Match
 */
export function problemOf({ refused, detail, pointer }: Refusal, conditional: boolean): Problem {
  const named = pointerOf(refused, pointer);
  const errors = named === undefined ? undefined : [{ pointer: named, detail }];
  switch (refused) {
    case 'not-your-application':
    case 'application-not-found':
      return new Problem(404, 'application-not-found', 'There is no such application of yours.');
    case 'version-conflict':
      return conditional ? new Problem(412, refused, detail) : new Problem(409, refused, detail);
    case 'idempotency-key-reused':
      return new Problem(409, refused, detail, { errors: [{ header: 'Idempotency-Key', detail }] });
    case 'material-too-large':
    case 'too-large':
      return new Problem(413, refused, detail);
    case 'material-type':
    case 'file-heic':
      return new Problem(415, refused, detail);
    case 'upload-incomplete':
      return new Problem(400, refused, detail);
    case 'case-closed':
    case 'mandate-missing':
    case 'mandate-expired':
    case 'mandate-scope':
    case 'not-the-principal':
    case 'organisation-deregistered':
    case 'organisation-unrepresented':
    case 'reads-of-others':
    case 'second-person-needed':
      return new Problem(403, refused, detail);
    case 'conflict-of-interest':
      // Without a pointer, the caller has a conflict of interest 回避.
      if (!errors) return new Problem(403, refused, detail);
      break;
    case 'overloaded':
    case 'scanner-away':
    case 'stopping':
      return new Problem(503, refused, detail, { headers: shortWait });
  }
  // With a pointer it is the request's fault, also when the field names something that does not exist.
  if (errors || refused.startsWith('invalid-')) return new Problem(422, refused, detail, { errors });
  return new Problem(notThere.test(refused) ? 404 : 409, refused, detail);
}

function pointerOf(refused: string, pointer: string | undefined): string | undefined {
  if (pointer && notInTheBody.test(pointer)) return undefined;
  const part = partOf[refused];
  if (part === undefined || pointer === part || pointer?.startsWith(`${part}/`)) return pointer;
  return part + (pointer ?? '');
}
