import * as v from 'valibot';
import { positive, whole } from './number-schemas.ts';

/** How hard a provider is asked: for all of them, and for one alone. */
export const schedule = v.strictObject({
  concurrency: v.exactOptional(v.pipe(whole(1, 64), v.description('Requests at a time'))),
  requestsPerSecond: v.exactOptional(positive(1000, 'Requests that may start in a second')),
  requestsPerMinute: v.exactOptional(
    v.pipe(whole(1, 60_000), v.description('Requests that may start in a minute, besides')),
  ),
  timeout: v.exactOptional(positive(600, 'Seconds for one request')),
  runTimeout: v.exactOptional(
    positive(86_400, 'Seconds after which a run asks for nothing more; the next run goes on'),
  ),
  attempts: v.exactOptional(v.pipe(whole(1, 20), v.description('How often a request is tried in all'))),
});

/** The same for one provider: what it says goes before what is said for all. */
export const ownSchedule = v.exactOptional(
  v.pipe(schedule, v.description('As "schedule", for this provider alone: what stands here goes before it')),
);
