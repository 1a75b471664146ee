import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createDeepl } from '../../src/provider/deepl.ts';
import { createLanguageModel } from '../../src/provider/language-model.ts';
import type { Provider } from '../../src/provider/provider.ts';
import { answering, renderingOf, renderingsOf, type SentChat, startChatServer } from './chat-server.ts';
import { startDeeplServer } from './deepl-server.ts';
import { mayHaveWorked, type WireFault } from './wire-faults.ts';

/** What may go wrong with any engine that is asked over a network; each has its own way of saying it. */
export type EngineFault =
  | WireFault
  | { readonly kind: 'quota' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'duplicated' | 'extra' | 'misordered' | 'empty' };

/** A request as an engine sees it. */
export type EngineRequest = {
  readonly texts: readonly string[];
  readonly target: string;
};

export type EngineServer = {
  /** A provider that asks it. */
  readonly provider: Provider;
  readonly requests: readonly EngineRequest[];
  readonly hungUp: () => number;
  close(): Promise<void>;
};

export type EngineOptions = {
  /** Asked for each request, counted from 1. */
  readonly fault: (request: number, sent: EngineRequest) => EngineFault | undefined;
  /** Told of each text that the engine has worked at, whatever becomes of its answer. */
  readonly onText: (text: string, target: string) => void;
  /** Milliseconds until each request is answered, counted from 1. */
  readonly latency?: ((request: number) => number) | undefined;
  /** The host whose certificate the server has; none: it speaks without TLS. */
  readonly certificate?: 'loopback' | 'elsewhere' | undefined;
  /** The scheduler's time limit in milliseconds. */
  readonly timeout?: number | undefined;
};

/** An engine with a server of our own, on loopback, that speaks its protocol. */
export type Engine = {
  readonly name: string;
  readonly locales: readonly string[];
  answerTo(text: string, locale: string): string;
  open(options: EngineOptions): Promise<EngineServer>;
};

/**
 * One key, made for these tests alone, and two certificates of it: of 127.0.0.1, and of another host.
 * `openssl req -x509 -key key.pem -days 36500 -subj … -addext subjectAltName=…` makes another.
 */
export function certificateOf(host: 'loopback' | 'elsewhere'): {
  readonly key: string;
  readonly cert: string;
} {
  return { key: pem('key'), cert: pem(host) };
}

function pem(name: string): string {
  return readFileSync(join(import.meta.dirname, 'certificates', `${name}.pem`), 'utf8');
}

/** Trusts both certificates, so that the second is refused for its name, until the function that it answers with is called. */
export function trustCertificates(): () => void {
  const before = getCACertificates();
  setDefaultCACertificates([...before, pem('loopback'), pem('elsewhere')]);
  return () => setDefaultCACertificates(before);
}

export const deeplEngine: Engine = {
  name: 'deepl',
  locales: ['de', 'es'],
  answerTo: (text, locale) => `[${locale}] ${text}`,
  async open({ fault, onText, latency, certificate, timeout }) {
    const server = await startDeeplServer({
      latency,
      fault(request, sent) {
        const one = fault(request, sent);
        switch (one?.kind) {
          case 'quota':
            return { kind: 'status', status: 456 };
          case 'too-large':
            return { kind: 'status', status: 413 };
          case 'missing':
            return { kind: 'truncated' };
          default:
            return one;
        }
      },
      onText,
      ...(certificate && { certificate: certificateOf(certificate) }),
    });
    return { ...server, provider: createDeepl({ authKey: 'test-key', serverUrl: server.url, timeout }) };
  },
};

export const languageModelEngine: Engine = {
  name: 'a language model',
  locales: ['de'],
  answerTo: renderingOf,
  async open({ fault, onText, latency, certificate, timeout }) {
    const requests: EngineRequest[] = [];
    const said = new Map<SentChat, EngineFault | undefined>();
    const server = await startChatServer({
      latency,
      fault(request, sent) {
        const texts = sent.copy.flatMap(({ id, text }) => (id === undefined ? [] : [text]));
        const asked = { texts, target: 'de' };
        requests.push(asked);
        const one = fault(request, asked);
        const onWire = wireFaultOf(one);
        said.set(sent, one);
        if (!onWire || mayHaveWorked(onWire)) for (const text of texts) onText(text, 'de');
        return onWire;
      },
      say: (sent) => answering(tampered(renderingsOf(sent), said.get(sent)?.kind)),
      ...(certificate && { certificate: certificateOf(certificate) }),
    });
    return {
      ...server,
      requests,
      provider: createLanguageModel({ model: 'm1', serverUrl: server.url, timeout }),
    };
  },
};

function wireFaultOf(fault: EngineFault | undefined): WireFault | undefined {
  const says = (error: object) => JSON.stringify({ error });
  switch (fault?.kind) {
    case 'quota':
      return { kind: 'status', status: 429, body: says({ message: 'no more', code: 'insufficient_quota' }) };
    case 'too-large':
      return {
        kind: 'status',
        status: 400,
        body: says({ message: 'long', code: 'context_length_exceeded' }),
      };
    case 'missing':
    case 'duplicated':
    case 'extra':
    case 'misordered':
    case 'empty':
      return undefined;
    default:
      return fault;
  }
}

type Said = { readonly id: string; readonly text: string };

function tampered(said: readonly Said[], kind: EngineFault['kind'] | undefined): readonly Said[] {
  switch (kind) {
    case 'missing':
      return said.slice(0, -1);
    case 'duplicated':
      return [...said.slice(0, 1), ...said];
    case 'extra':
      return [...said, { id: 's99', text: 'Niemand hat danach gefragt.' }];
    case 'misordered':
      return said.toReversed();
    case 'empty':
      return said.map(({ id }) => ({ id, text: '' }));
    default:
      return said;
  }
}
