import { idempotencyKeyType } from '@lianban/engine';
import { aggregateType } from '@lianban/model';
import type { ApplicationState } from './domain/application';
import type { ApplicationCommand } from './domain/commands';
import type { ApplicationEvent } from './domain/events';
import type { MaterialCommand, MaterialEvent, MaterialState } from './domain/material';
import type { FileObjection, ObjectionFiled, ObjectionState } from './domain/objection';

export const APPLICATIONS = aggregateType<ApplicationState, ApplicationCommand, ApplicationEvent>('applications');
/** The Idempotency-Keys that submissions were sent with. */
export const REQUESTS = idempotencyKeyType('requests');
export const OBJECTIONS = aggregateType<ObjectionState, FileObjection, ObjectionFiled>('objections');
export const MATERIALS = aggregateType<MaterialState, MaterialCommand, MaterialEvent>('materials');
