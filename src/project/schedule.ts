import { rateOfMinute, ratesOfSecond } from '../provider/rate.ts';
import type { ScheduleOptions } from '../provider/scheduler.ts';
import type { Config } from './config.ts';

type Schedule = Config['schedule'];

/** How hard a provider is asked: what its own entry in the configuration says, and for the rest what is said for all. */
export function scheduleOf(
  { schedule, providers }: Pick<Config, 'schedule' | 'providers'>,
  provider: string,
): Schedule {
  const own = new Map<string, { readonly schedule?: Schedule }>(Object.entries(providers)).get(provider);
  return { ...schedule, ...own?.schedule };
}

/** The same as a queue wants it; its times are milliseconds, those of the configuration seconds. */
export function scheduleOptions(schedule: Schedule): Omit<ScheduleOptions, 'clock'> {
  const { concurrency, requestsPerSecond, requestsPerMinute, timeout, runTimeout, attempts } = schedule;
  return {
    ...(concurrency !== undefined && { concurrency }),
    rates: [
      ...(requestsPerSecond === undefined ? [] : ratesOfSecond(requestsPerSecond)),
      ...(requestsPerMinute === undefined ? [] : [rateOfMinute(requestsPerMinute)]),
    ],
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    ...(runTimeout !== undefined && { runTimeout: runTimeout * 1000 }),
    ...(attempts !== undefined && { attempts }),
  };
}
