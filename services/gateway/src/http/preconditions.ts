import type { Request } from 'express';
import { z } from 'zod';
import { Problem } from './problem';
import type { AnyRoute, Route } from './route';

/** The headers a route requires; only routes with an answer body require any. */
export const preconditionsOf = (route: AnyRoute): Pick<Route, 'needs' | 'repeats'> =>
  route.kind === undefined || route.kind === 'answer' ? route : {};

export const idempotencyKey = z.string().regex(/^[\x21-\x7e]{1,128}$/);
export const entityTag = z.string().regex(/^(\*|(W\/)?"[\x21\x23-\x7e]*")$/);

const wrong = (header: string, detail: string): Problem =>
  new Problem(400, 'invalid-header', `The header ${header} is missing or wrong.`, { errors: [{ header, detail }] });

/** @throws Problem 400 when the header is missing or not 1 to 128 visible ASCII characters. */
export function readIdempotencyKey(req: Request): string {
  const parsed = idempotencyKey.safeParse(req.get('Idempotency-Key'));
  if (!parsed.success)
    throw wrong('Idempotency-Key', 'must be 1 to 128 visible ASCII characters, new for each submission');
  return parsed.data;
}

export const etagOf = (version: number): string => `"${version}"`;

/** 0 matches any version. */
export const anyVersion = 0;

/**
 * The version in If-Match (RFC 9110 §13.1.1), or undefined for an unconditional request.
 * @throws Problem 412 for a tag that can match no version, 400 for anything but a single tag.
 */
export function readIfMatch(req: Request): number | undefined {
  const header = req.get('If-Match');
  if (header === undefined) return undefined;
  if (!entityTag.safeParse(header).success) throw wrong('If-Match', 'must be one entity tag, as an ETag gave it, or *');
  if (header === '*') return anyVersion;
  const [, version] = /^"([1-9]\d{0,14})"$/.exec(header) ?? [];
  // A weak tag never matches: If-Match compares strongly.
  if (version === undefined)
    throw new Problem(412, 'version-conflict', 'No version has this entity tag: read it again.');
  return Number(version);
}
