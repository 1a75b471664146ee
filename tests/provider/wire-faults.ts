import type { ServerResponse } from 'node:http';

/** What may go wrong with any service, below what it has to say. */
export type WireFault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: string;
      readonly body?: string;
      readonly location?: string;
    }
  | {
      readonly kind: /** No answer at all; headers and half a body, and nothing more; a byte now and then. */
        | 'hang'
        | 'hang-in-body'
        | 'drip'
        /** The connection ends: before the headers, within them, within the body. */
        | 'reset'
        | 'reset-in-headers'
        | 'cut'
        /** Status 200, and no answer in it. */
        | 'invalid-json'
        | 'html'
        | 'empty-body'
        | 'garbage-as-gzip'
        /** The right answer, and a header that calls it HTML. */
        | 'other-type';
    }
  /** 100 MB of it; `onClosed` is told the bytes that were written. */
  | { readonly kind: 'endless'; readonly onClosed?: (bytes: number) => void };

/** Whether a service may have done the work, and bills it, that ends like this. */
export function mayHaveWorked({ kind }: { readonly kind: string }): boolean {
  return kind !== 'status' && kind !== 'reset' && kind !== 'reset-in-headers';
}

/**
 * Answers a request with a fault.
 *
 * @param whole makes the answer as it would have been, where the fault has some of it
 */
export function actOutOnWire(fault: WireFault, whole: () => string, response: ServerResponse): void {
  const json = { 'Content-Type': 'application/json' };
  switch (fault.kind) {
    case 'status':
      if (fault.retryAfter !== undefined) response.setHeader('Retry-After', fault.retryAfter);
      if (fault.location !== undefined) response.setHeader('Location', fault.location);
      response.writeHead(fault.status, json);
      response.end(fault.body ?? '{"message":"told to fail","error":{"message":"told to fail"}}');
      break;
    case 'hang':
      break;
    case 'hang-in-body':
      writeHalf(response, whole());
      break;
    case 'drip':
      response.writeHead(200, json);
      drip(response, whole());
      break;
    case 'reset':
      response.destroy();
      break;
    case 'reset-in-headers':
      response.socket?.write('HTTP/1.1 200 OK\r\nContent-Type: applic', () => response.socket?.destroy());
      break;
    case 'cut':
      writeHalf(response, whole());
      setTimeout(() => response.destroy(), 5);
      break;
    case 'invalid-json':
      response.writeHead(200, json).end(halfOf(whole()));
      break;
    case 'html':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Log in</title>');
      break;
    case 'empty-body':
      response.writeHead(200, json).end();
      break;
    case 'garbage-as-gzip':
      response.writeHead(200, { ...json, 'Content-Encoding': 'gzip' }).end('this is no gzip');
      break;
    case 'other-type':
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(whole());
      break;
    case 'endless':
      response.writeHead(200, json);
      flood(response, fault.onClosed);
      break;
    default:
      fault satisfies never;
  }
}

function halfOf(body: string): string {
  return body.slice(0, body.length / 2);
}

function writeHalf(response: ServerResponse, body: string): void {
  const length = Buffer.byteLength(body);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': length });
  response.write(halfOf(body));
}

/** A byte every few milliseconds, so that the connection is never idle and the answer never there. */
function drip(response: ServerResponse, body: string): void {
  let at = 0;
  const timer = setInterval(() => {
    response.write(body.charAt(at) || ' ');
    at += 1;
  }, 5);
  response.once('close', () => clearInterval(timer));
}

const megabyte = ' '.repeat(1024 * 1024);

function flood(response: ServerResponse, onClosed: (bytes: number) => void = () => {}): void {
  let left = 100;
  let isOpen = true;
  const { socket } = response;
  response.once('close', () => {
    isOpen = false;
    onClosed(socket?.bytesWritten ?? 0);
  });
  const pour = (): void => {
    while (isOpen && left > 0) {
      left -= 1;
      if (!response.write(megabyte)) {
        response.once('drain', pour);
        return;
      }
    }
    if (isOpen) response.end();
  };
  pour();
}
