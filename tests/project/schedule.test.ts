import { expect, it } from 'vitest';
import { parseConfig } from '../../src/project/config.ts';
import { scheduleOf, scheduleOptions } from '../../src/project/schedule.ts';

it('a provider is asked as its own schedule says, and for the rest as the general one does', async () => {
  const config = await parseConfig(`{
    "schedule": { "concurrency": 4, "timeout": 30, "attempts": 3 },
    "providers": {
      "deepl": { "schedule": { "requestsPerSecond": 20 } },
      "language-model": { "model": "m", "schedule": { "concurrency": 1, "timeout": 300 } }
    }
  }`);
  const options = (provider: string) => scheduleOptions(scheduleOf(config, provider));
  expect(options('deepl')).toEqual({
    concurrency: 4,
    timeout: 30_000,
    attempts: 3,
    rates: [
      { requests: 20, interval: 1010 },
      { requests: 2, interval: 50 },
    ],
  });
  expect(options('language-model')).toEqual({ concurrency: 1, timeout: 300_000, attempts: 3, rates: [] });
  expect(options('apertium')).toEqual({ concurrency: 4, timeout: 30_000, attempts: 3, rates: [] });
});
