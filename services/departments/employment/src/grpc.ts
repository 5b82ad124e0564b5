import { employment } from '@lianban/protos';
import type { App } from '@lianban/runtime';
import { type GrpcService, grpcService } from '@lianban/grpc';
import { isRefusal, refuse } from '@lianban/model';
import type { CourseState } from './domain/course-types';
import { COURSES } from './seats';

/** The training centre's hand: opens courses and sees how full they are. Its program calls as `training-centre`. */
export const coursesGrpc = (app: App): GrpcService =>
  grpcService(
    employment.v1.CoursesServiceService,
    {
      async openCourse({ code, name, seats, startsAt }, { traceparent, signal }) {
        if (!startsAt) return refuse('invalid-course', 'Say when the course starts.', '/startsAt');
        const command = { type: 'OpenCourse', code, name, seats, startsAt } as const;
        const done = await app.dispatch(COURSES, code, command, { traceparent, signal });
        return isRefusal(done) ? done : shown(done.state);
      },
      async listCourses() {
        const found = await app.find(COURSES, { filter: {}, sort: { _id: 1 }, limit: 500 });
        return { courses: found.filter(({ state }) => state.seats > 0).map(({ state }) => shown(state)) };
      },
    },
    { 'training-centre': 'everything' },
  );

const shown = ({ code, name, seats, taken, waiting, startsAt }: CourseState): employment.v1.Course => ({
  code,
  name,
  seats,
  taken: taken.length,
  waiting: waiting.length,
  startsAt,
});
