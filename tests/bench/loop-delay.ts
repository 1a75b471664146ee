import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds from one turn of the event loop to the next, of those that are looked for every millisecond. */
export type LoopDelay = { readonly median: number; readonly p99: number; readonly most: number };

/** How late the event loop of this thread is while some work is under way. */
export async function loopDelay(work: () => Promise<unknown>): Promise<LoopDelay> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await work();
  histogram.disable();
  const milliseconds = (nanoseconds: number) => nanoseconds / 1e6;
  return {
    median: milliseconds(histogram.percentile(50)),
    p99: milliseconds(histogram.percentile(99)),
    most: milliseconds(histogram.max),
  };
}

export function delayText({ median, p99, most }: LoopDelay): string {
  return `${median.toFixed(1)} ms in the median, ${p99.toFixed(1)} in 99 of 100, ${most.toFixed(1)} at most`;
}
