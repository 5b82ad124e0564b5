import { z } from 'zod';

export const openApiShape = z.record(z.string(), z.unknown()).describe('OpenAPI 3.1 document');

export const asyncApiShape = z.record(z.string(), z.unknown()).describe('AsyncAPI 3 document');
