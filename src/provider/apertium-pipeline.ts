import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { abortError, ProviderError } from './provider-error.ts';

/** One direction of Apertium, kept open between requests: to start it takes longer than to translate a dispatch. */
export type Pipeline = {
  /**
   * Sends texts of the stream format and gives back what comes of each, in their order. Requests wait for each other. A pipeline that
   * breaks is started once more for the request that it broke under.
   *
   * @throws ProviderError `unavailable` where it breaks again; `aborted` or `timeout`: the processes of a request under way are ended
   */
  ask(streams: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  /** Waits for the request under way and lets the processes end. */
  close(): Promise<void>;
};

/**
 * Opens a pipeline; its processes start with the first request.
 *
 * @param commandLine reads the command line of the direction: programs and the pipes between them
 */
export function createPipeline(provider: string, commandLine: () => Promise<string>): Pipeline {
  let running: Running | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (
    streams: readonly string[],
    signal: AbortSignal,
    tries = 2,
  ): Promise<readonly string[]> => {
    running ??= start(await commandLine());
    if (signal.aborted) throw abortError(provider, signal);
    const { kill, answers } = running;
    signal.addEventListener('abort', kill, { once: true });
    try {
      return await answers(streams);
    } catch (error) {
      kill();
      running = undefined;
      if (signal.aborted) throw abortError(provider, signal);
      if (tries > 1) return ask(streams, signal, tries - 1);
      const why = error instanceof Error ? error.message : String(error);
      throw new ProviderError(provider, 'unavailable', `its pipeline broke: ${why}`);
    } finally {
      signal.removeEventListener('abort', kill);
    }
  };
  return {
    ask(streams, signal) {
      const turn = last.then(() => ask(streams, signal));
      last = turn.catch(() => {});
      return turn;
    },
    async close() {
      await last;
      await running?.end();
      running = undefined;
    },
  };
}

/** The processes of a pipeline that has been started. */
type Running = {
  /** Rejects when the pipeline ends before it has answered all. */
  readonly answers: (streams: readonly string[]) => Promise<readonly string[]>;
  readonly kill: () => void;
  readonly end: () => Promise<void>;
};

/** Milliseconds an idle pipeline has to end by itself once nothing can come any more. */
const grace = 5000;

/** Milliseconds that are waited for what a pipeline says on standard error once it has ended. */
const lastWords = 500;

/** What programs need to be found and to run; keys of other providers are none of their business. */
function handedOn(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH'];
  return Object.fromEntries(names.map((name) => [name, environment[name]]));
}

/**
 * The processes are a group of their own: it is ended as a whole, and an interrupt at the terminal, which lets requests under way finish,
 * does not reach it. If we die it reads the end of its input and ends. The two arguments are what a mode asks its caller for: unknown words
 * come without a mark (`-n`), and ambiguity is not shown.
 */
function start(commandLine: string): Running {
  const child = spawn('sh', ['-c', commandLine, 'apertium', '-n', ''], {
    detached: true,
    stdio: 'pipe',
    env: { ...handedOn(process.env), LC_ALL: 'C.UTF-8' },
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const output = readAnswers(child);
  const kill = (): void => {
    child.stdin.destroy();
    child.stdout.destroy();
    // Once the leader of the group is gone, its number may be another's.
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  };
  return {
    answers(streams) {
      const answers = output.next(streams.length);
      child.stdin.write(streams.map((stream) => `${stream}\0`).join(''));
      return answers;
    },
    kill,
    async end() {
      const timer = setTimeout(kill, grace);
      child.stdin.end();
      await closed;
      clearTimeout(timer);
    },
  };
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** What a pipeline puts out, cut at its NULs and handed to the one who waits for it. */
function readAnswers(child: Child): { next(count: number): Promise<readonly string[]> } {
  let broken: Error | undefined;
  let complaint = '';
  let unread = '';
  let ready: string[] = [];
  let waiting: { count: number; resolve(texts: string[]): void; reject(error: Error): void } | undefined;
  const breakDown = (error: Error): void => {
    broken ??= error;
    waiting?.reject(broken);
    waiting = undefined;
  };
  const ended = (): void => breakDown(new Error(complaint.trim() || 'it ended before it had answered'));
  // What it says of its end may still be on the way when its end is known.
  const ending = (): void => {
    if (child.stderr.closed) {
      ended();
      return;
    }
    const timer = setTimeout(ended, lastWords);
    child.stderr.once('close', () => {
      clearTimeout(timer);
      ended();
    });
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (unread + text).split('\0');
    unread = parts.pop() ?? '';
    ready.push(...parts);
    if (!waiting || ready.length < waiting.count) return;
    if (ready.length > waiting.count) return breakDown(new Error('it answered more than it was asked'));
    waiting.resolve(ready);
    waiting = undefined;
    ready = [];
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-300);
  });
  child.once('error', breakDown);
  // It may break while we write: what counts is that it ended.
  child.stdin.once('error', ending);
  child.stdin.on('error', () => {});
  child.stdout.once('close', ending);
  return {
    next: (count) =>
      new Promise((resolve, reject) => {
        if (broken) return reject(broken);
        waiting = { count, resolve, reject };
      }),
  };
}
