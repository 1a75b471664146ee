import type { Locale } from '../model/locale.ts';
import { createEngine, type Engine } from './fxtranslate-engine.ts';
import { describeModels, missingModels, settingsOf } from './fxtranslate-routes.ts';
import { createSeats } from './fxtranslate-seats.ts';
import type { Said } from './fxtranslate-worker.ts';
import type { OfflineModel } from './offline-model.ts';
import { offlineRoute, pairOf } from './offline-route.ts';
import { assertInstalled } from './optional-package.ts';
import { type Provider, utf8Size } from './provider.ts';
import { ProviderError } from './provider-error.ts';

/** Which models there are, and how many may be in memory. */
export type FxtranslateOptions = {
  /** What is installed on this machine. */
  readonly models: readonly OfflineModel[];
  /** Models in memory at a time, of 50 to 100 MB each, at least one; who was not needed for longest leaves. Default 6. */
  readonly maxLoaded?: number | undefined;
};

const name = 'fxtranslate';

/**
 * The offline models of Firefox, in threads of this process: nothing leaves the machine. A pair without a model of its own goes by way
 * of English, which is made once for all languages that a sentence goes into. Each sentence is given to a model whole.
 */
export function createFxtranslate({ models, maxLoaded = 6 }: FxtranslateOptions): Provider {
  const seats = createSeats(Math.max(1, maxLoaded));
  const engines = new Map<OfflineModel, Engine>();
  const engineOf = (model: OfflineModel): Engine => {
    const open = engines.get(model);
    if (open) return open;
    const made = createEngine(name, model, seats);
    engines.set(model, made);
    return made;
  };

  async function translate(
    text: string,
    route: readonly OfflineModel[],
    signal: AbortSignal,
  ): Promise<string> {
    let sentence = text;
    for (const model of route) {
      const line = onOneLine(sentence);
      assertReadable(line, model);
      const said = await engineOf(model).translate(line, signal);
      assertWhole(said, model);
      sentence = withLetters(said.text, sentence);
    }
    return sentence;
  }

  return {
    name,
    settings: settingsOf(models),
    capabilities: {
      // A sentence is a request: so each has its own time, and fails by itself.
      maxTexts: 1,
      maxBytes: 64 * 1024,
      encodedSize: utf8Size,
      markup: 'none',
      context: false,
      glossary: false,
      leavesMachine: false,
    },
    supports: (source, target) => offlineRoute(models, source, target) !== undefined,
    adviceFor: (source, target) => adviceFor(models, source, target),
    modelFor(source, target) {
      const route = offlineRoute(models, source, target);
      return route && describeModels(route);
    },
    async ready() {
      assertEngine();
    },
    async translate({ source, target, segments }, signal) {
      const route = offlineRoute(models, source, target);
      if (!route) {
        const what = `no model from ${source} to ${target}: ${adviceFor(models, source, target)}`;
        throw new ProviderError(name, 'bad-request', what);
      }
      const failure = new AbortController();
      const either = AbortSignal.any([signal, failure.signal]);
      const translations = segments.map(async ({ id, text }) => ({
        id,
        text: await translate(text, route, either),
      }));
      try {
        return { translations: await Promise.all(translations) };
      } finally {
        // Where one has failed nobody waits for the others.
        failure.abort();
        await Promise.allSettled(translations);
      }
    },
    async close() {
      await Promise.all(Array.from(engines.values(), (engine) => engine.close()));
    },
  };
}

/** @throws DepecheError `config` where the package that runs the models is not installed */
export function assertEngine(): void {
  assertInstalled('fxtranslate@0.4', 'the provider fxtranslate');
}

function adviceFor(models: readonly OfflineModel[], source: Locale, target: Locale): string {
  return `depeche models add ${missingModels(models, source, target).join(' ')}`;
}

/** For the engine, each line is a sentence of its own. */
function onOneLine(text: string): string {
  return text.replace(/\s+/gu, (blanks) => (/[\r\n]/u.test(blanks) ? ' ' : blanks));
}

/** Pieces of a sentence, beside the mark of its end, that the models were trained to read at once. */
const window = 127;

/** UTF-16 units in a piece, at most: what SentencePiece makes of a text unless it is told otherwise. */
const longestPiece = 16;

/** What cannot fit is not begun: the engine would work at it for minutes, and what waits behind it would run out of time. */
function assertReadable({ length }: string, model: OfflineModel): void {
  const most = window * longestPiece;
  if (length <= most) return;
  const message = `the sentence has ${length} characters, and ${pairOf(model)} reads ${most} at once at most`;
  throw new ProviderError(name, 'too-large', message);
}

/**
 * The engine reads what is longer than the window of its models, and what it says of it is not whole; and it says at most twice the pieces
 * that it reads, and 256: where it comes to that it has found no end.
 */
function assertWhole({ read, written }: Said, model: OfflineModel): void {
  if (read - 1 > window) {
    const message = `the sentence has ${read - 1} pieces for ${pairOf(model)}, which reads ${window} at once`;
    throw new ProviderError(name, 'too-large', message);
  }
  if (written >= Math.min(2 * read + 4, 256)) {
    throw new ProviderError(name, 'bad-answer', `${pairOf(model)} found no end to its translation`);
  }
}

/** The engine spells what is in no vocabulary by its bytes, `<0xF0><0x9F>…`, and does not put them together. */
function withLetters(text: string, source: string): string {
  if (source.includes('<0x')) return text;
  return text.replace(/(?:<0x[0-9A-F]{2}>)+/gu, (bytes) =>
    Buffer.from(bytes.replace(/<0x|>/gu, ''), 'hex').toString(),
  );
}
