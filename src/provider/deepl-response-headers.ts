import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/** The headers of the last HTTP response that came in during a call; those of several of the same name are joined. */
export type SeenHeaders = { get(name: string): string | undefined };

type Holder = { headers?: Readonly<Record<string, unknown>> };

const calls = new AsyncLocalStorage<Holder>();
let subscribed = false;

/**
 * Runs a call of a client that hides the headers of its responses (deepl-node keeps `Retry-After` to itself), and lets them be seen:
 * Node tells of every response in `http.client.response.finish`, in the asynchronous context of the call it belongs to.
 */
export async function withResponseHeaders<T>(call: (seen: SeenHeaders) => Promise<T>): Promise<T> {
  if (!subscribed) subscribe('http.client.response.finish', remember);
  subscribed = true;
  const holder: Holder = {};
  return calls.run(holder, () =>
    call({
      get(name) {
        const value = holder.headers?.[name];
        return typeof value === 'string' ? value : undefined;
      },
    }),
  );
}

function remember(message: unknown): void {
  const holder = calls.getStore();
  if (!holder || typeof message !== 'object' || message === null || !('response' in message)) return;
  const { response } = message;
  if (response instanceof IncomingMessage) holder.headers = response.headers;
}
