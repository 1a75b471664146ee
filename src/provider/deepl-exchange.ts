import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';

/** What a client hides of the HTTP exchanges of one call. */
export type Exchange = {
  /** A header of the last response that came in; those of several of the same name are joined. */
  header(name: string): string | undefined;
};

type Holder = {
  readonly signal: AbortSignal;
  request?: ClientRequest;
  headers?: Readonly<Record<string, unknown>>;
};

const calls = new AsyncLocalStorage<Holder>();
let subscribed = false;

/**
 * Runs a call of a client that takes no signal and keeps the headers of its responses to itself (deepl-node does both), in reach of
 * them: Node tells of every request and response on channels of its own, in the asynchronous context of the call it belongs to. When the
 * signal aborts, the connection of the request under way is closed, and a request that would follow is closed as it begins.
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
  const abort = (): void => void holder.request?.destroy();
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await calls.run(holder, () =>
      call({
        header(name) {
          const value = holder.headers?.[name];
          return typeof value === 'string' ? value : undefined;
        },
      }),
    );
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

function onRequest(message: unknown): void {
  const holder = calls.getStore();
  if (!holder || typeof message !== 'object' || message === null || !('request' in message)) return;
  const { request } = message;
  if (!(request instanceof ClientRequest)) return;
  holder.request = request;
  if (holder.signal.aborted) request.destroy();
}

function onResponse(message: unknown): void {
  const holder = calls.getStore();
  if (!holder || typeof message !== 'object' || message === null || !('response' in message)) return;
  const { response } = message;
  if (response instanceof IncomingMessage) holder.headers = response.headers;
}
