import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Dispatch, segmentsOf } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import { type Locale, parseLocale } from '../model/locale.ts';
import { readCopy, readDispatch } from '../pipeline.ts';
import { readBytes } from '../project/files.ts';
import { idOfFile } from '../project/layout.ts';
import { openProject } from '../project/project.ts';
import { explainCopy } from '../segment/explain-copy.ts';
import { houseSegmenter } from '../segment/house-rules.ts';
import type { QuotationPolicy } from '../segment/quotes.ts';
import { createSegmenter, type Segmenter } from '../segment/segmenter.ts';
import { parseSrx, type SrxWarning } from '../segment/srx.ts';
import { maxBytes } from '../wire/decode.ts';
import { formatNamed } from '../wire/read-wire.ts';
import type { ReflowMode } from '../wire/reflow-mode.ts';
import { exitCodes } from './exit-codes.ts';
import { explainText } from './explain-text.ts';
import type { Terminal } from './terminal.ts';

export type SegmentOptions = {
  readonly file: string;
  readonly format: 'json' | 'lines';
  readonly reflow?: ReflowMode | false;
  readonly wire?: string;
  readonly lang?: string;
  readonly srx?: string;
  readonly quotes: QuotationPolicy;
  readonly explain?: boolean;
  readonly json?: boolean;
};

/** What the cuts come from, as `--json` says it. */
type Segmentation = {
  /** `intl`: there are no rules of our own for the language, and `Intl.Segmenter` cut each paragraph. */
  readonly origin: Segmenter['origin'];
  readonly locale: Locale;
  readonly quotations: QuotationPolicy;
  /** The user's rules. */
  readonly srx?: string;
  /** Rules of that file that do not mean quite the same here. */
  readonly warnings: readonly SrxWarning[];
};

/**
 * `depeche segment`: a sentence a line with a blank line between paragraphs, or the dispatch of the model as JSON, with what the cuts come
 * from; with `explain` every place at which a rule would cut, and what came of it.
 */
export async function segment(terminal: Terminal, options: SegmentOptions): Promise<number> {
  const { config } = await openProject(terminal.cwd);
  const locale = options.lang === undefined ? config.source : sourceLocale(options.lang);
  const { segmenter, segmentation } = await openSegmenter(terminal, locale, options);
  const format = options.wire === undefined ? config.wire.format : formatNamed(options.wire).name;
  const fromInput = options.file === '-';
  const id = fromInput ? 'stdin' : idOfFile(options.file);
  try {
    const bytes = fromInput
      ? await terminal.input()
      : await readBytes(resolve(terminal.cwd, options.file), maxBytes);
    const reflow = options.reflow ?? config.wire.reflow;
    const known = { id, locale, encoding: config.wire.encoding, format, reflow };
    const json = options.json === true || options.format === 'json';
    if (options.explain === true) {
      const paragraphs = explainCopy(readCopy(bytes, known), segmenter);
      terminal.out(json ? jsonOf({ segmentation, paragraphs }) : explainText(paragraphs));
    } else {
      const { dispatch } = readDispatch(bytes, known, segmenter);
      terminal.out(json ? jsonOf({ ...dispatch, segmentation }) : linesOf(dispatch));
    }
    return exitCodes.well;
  } catch (error) {
    if (!(error instanceof DepecheError)) throw error;
    throw error.in(fromInput ? 'standard input' : options.file);
  }
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function linesOf(dispatch: Dispatch): string {
  return dispatch.paragraphs
    .filter((paragraph) => paragraph.segments.length > 0)
    .map((paragraph) =>
      segmentsOf({ paragraphs: [paragraph] })
        .map(({ text }) => `${text}\n`)
        .join(''),
    )
    .join('\n');
}

function sourceLocale(name: string): Locale {
  const locale = parseLocale(name);
  if (locale === undefined)
    throw new DepecheError('usage', `“${name}” is no language tag (BCP 47), such as fr`);
  return locale;
}

async function openSegmenter(
  terminal: Terminal,
  locale: Locale,
  { srx, quotes }: Pick<SegmentOptions, 'srx' | 'quotes'>,
): Promise<{ readonly segmenter: Segmenter; readonly segmentation: Segmentation }> {
  const policy = { quotations: quotes };
  if (srx === undefined) {
    const segmenter = houseSegmenter(locale, policy);
    const { origin } = segmenter;
    if (origin === 'intl') {
      terminal.err(`depeche: no rules of our own for ${locale}: cut by Intl.Segmenter\n`);
    }
    return { segmenter, segmentation: { origin, locale, ...policy, warnings: [] } };
  }
  const document = parseSrx(await readSrx(resolve(terminal.cwd, srx), srx), srx);
  const { warnings } = document;
  for (const { line, rule, message } of warnings)
    terminal.err(`depeche: ${srx}:${line}: ${rule}: ${message}\n`);
  const segmenter = createSegmenter(document, locale, policy);
  return { segmenter, segmentation: { origin: segmenter.origin, locale, ...policy, srx, warnings } };
}

async function readSrx(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new DepecheError('unreadable', 'the SRX file cannot be read', { cause, place: { file } });
  }
}
