import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });

const department = z.object({ code: z.string(), name: text });
export const departmentList = z.object({ departments: z.array(department) });

/** A department as the site names it. */
export type Department = z.output<typeof department>;
