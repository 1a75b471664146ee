import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';
import { longestAnswer } from './connection-faults.ts';

/** What a client hides of the HTTP exchanges of one call. */
export type Exchange = {
  /** A header of the last response that came in; those of several of the same name are joined. */
  header(name: string): string | undefined;
  /**
   * Why we broke it off: the server would have us go elsewhere; its answer is longer than any can be; or it is compressed, so that nobody knows
   * how long it is.
   */
  fault(): 'redirected' | 'too-long' | 'encoded' | undefined;
};

type Holder = {
  readonly signal: AbortSignal;
  request?: ClientRequest;
  headers?: Readonly<Record<string, unknown>>;
  fault?: ReturnType<Exchange['fault']>;
};

const calls = new AsyncLocalStorage<Holder>();
let subscribed = false;

/**
 * Runs a call of a client that takes no signal and keeps the headers of its responses to itself (deepl-node does both), in reach of
 * them: Node tells of every request and response on channels of its own, in the asynchronous context of the call it belongs to. When the
 * signal aborts, the connection of the request under way is closed, and a request that would follow is closed as it begins. So is one that the
 * client makes to follow a redirect, and a response that we would not read. The call makes one request at a time.
 *
 * @throws the reason of the signal as soon as it aborts, or whatever the call throws
 */
export async function withExchange<T>(
  signal: AbortSignal,
  call: (exchange: Exchange) => Promise<T>,
): Promise<T> {
  if (!subscribed) {
    subscribe('http.client.request.created', onRequest);
    subscribe('http.client.response.finish', onResponse);
  }
  subscribed = true;
  const holder: Holder = { signal };
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => {
    holder.request?.destroy();
    // A request that still waits for its proxy says nothing when it is destroyed.
    reject(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    const answering = calls.run(holder, () =>
      call({
        header(name) {
          const value = holder.headers?.[name];
          return typeof value === 'string' ? value : undefined;
        },
        fault: () => holder.fault,
      }),
    );
    return await Promise.race([answering, aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function onRequest(message: unknown): void {
  const holder = calls.getStore();
  if (!holder || typeof message !== 'object' || message === null || !('request' in message)) return;
  const { request } = message;
  if (!(request instanceof ClientRequest)) return;
  if (holder.headers) holder.fault = 'redirected';
  else holder.request = request;
  if (holder.signal.aborted || holder.fault) request.destroy();
}

function onResponse(message: unknown): void {
  const holder = calls.getStore();
  if (!holder || typeof message !== 'object' || message === null || !('response' in message)) return;
  const { response } = message;
  if (!(response instanceof IncomingMessage)) return;
  holder.headers = response.headers;
  const breakOff = (fault: Holder['fault']): void => {
    holder.fault ??= fault;
    response.destroy();
  };
  if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') breakOff('encoded');
  let bytes = 0;
  response.on('data', (piece: Uint8Array) => {
    bytes += piece.length;
    if (bytes > longestAnswer) breakOff('too-long');
  });
}
