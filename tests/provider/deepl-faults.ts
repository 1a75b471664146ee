import type { ServerResponse } from 'node:http';

/** What goes wrong with a request. The answers with status 200 are faults that only show in the body. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly body?: string }
  | {
      readonly kind:
        | 'hang'
        | 'reset'
        | 'drip'
        | 'invalid-json'
        | 'no-object'
        | 'truncated'
        | 'duplicated'
        | 'extra'
        | 'misordered'
        | 'empty';
    };

/** Whether DeepL would have translated, and so billed, the texts of a request that ended like this. */
export function isBilled({ kind }: Fault): boolean {
  return kind !== 'status' && kind !== 'reset';
}

/** Answers a request with a fault in place of the translations. */
export function actOut(fault: Fault, translations: readonly object[], response: ServerResponse): void {
  switch (fault.kind) {
    case 'status':
      if (fault.retryAfter !== undefined) response.setHeader('Retry-After', fault.retryAfter);
      response.writeHead(fault.status, { 'Content-Type': 'application/json' });
      response.end(fault.body ?? '{"message":"told to fail"}');
      break;
    case 'hang':
      break;
    case 'reset':
      response.destroy();
      break;
    case 'drip':
      drip(response, JSON.stringify({ translations }));
      break;
    case 'invalid-json':
      response.end('{"translations": [{"text": "Hal');
      break;
    case 'no-object':
      response.end('null');
      break;
    case 'truncated':
      json(response, 200, { translations: translations.slice(0, -1) });
      break;
    case 'duplicated':
      json(response, 200, { translations: [...translations.slice(0, 1), ...translations] });
      break;
    case 'extra':
      json(response, 200, { translations: [...translations, { text: 'Nobody asked.' }] });
      break;
    case 'misordered':
      json(response, 200, { translations: translations.toReversed() });
      break;
    case 'empty':
      json(response, 200, { translations: translations.map((one) => ({ ...one, text: '' })) });
      break;
    default:
      fault satisfies never;
  }
}

export function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** A byte every few milliseconds, so that the connection is never idle and the answer never there. */
function drip(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  let at = 0;
  const timer = setInterval(() => {
    response.write(body.charAt(at) || ' ');
    at += 1;
  }, 5);
  response.once('close', () => clearInterval(timer));
}
