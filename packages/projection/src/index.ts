export { type Generations, askForRebuild, groupOf, viewsName } from './generations';
export { placeOf } from './place';
export { type Change, type ProjectedTopic, type Projection, type Seeded, change } from './projection';
export { type ProjectionPorts, RunningProjection } from './running-projection';
export type { ViewDocument } from './view-document';
