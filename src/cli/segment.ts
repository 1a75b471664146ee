import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Dispatch, segmentsOf } from '../model/dispatch.ts';
import { DepecheError } from '../model/errors.ts';
import { type Locale, parseLocale } from '../model/locale.ts';
import { readDispatch } from '../pipeline.ts';
import { readBytes } from '../project/files.ts';
import { idOfFile } from '../project/layout.ts';
import { openProject } from '../project/project.ts';
import { houseSegmenter } from '../segment/house-rules.ts';
import { createSegmenter, type Segmenter } from '../segment/segmenter.ts';
import { parseSrx } from '../segment/srx.ts';
import { maxBytes } from '../wire/decode.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

export type SegmentOptions = {
  readonly file: string;
  readonly format: 'json' | 'lines';
  readonly reflow: boolean;
  readonly lang?: string;
  readonly srx?: string;
  readonly json?: boolean;
};

/** `depeche segment`: the dispatch of the model as JSON, or a sentence a line with a blank line between paragraphs. */
export async function segment(terminal: Terminal, options: SegmentOptions): Promise<number> {
  const { config } = await openProject(terminal.cwd);
  const locale = options.lang === undefined ? config.source : sourceLocale(options.lang);
  const segmenter = await openSegmenter(terminal, locale, options.srx);
  const fromInput = options.file === '-';
  const id = fromInput ? 'stdin' : idOfFile(options.file);
  try {
    const bytes = fromInput
      ? await terminal.input()
      : await readBytes(resolve(terminal.cwd, options.file), maxBytes);
    const known = { id, locale, encoding: config.wire.encoding, reflow: options.reflow };
    const { dispatch } = readDispatch(bytes, known, segmenter);
    const json = options.json === true || options.format === 'json';
    terminal.out(json ? `${JSON.stringify(dispatch, null, 2)}\n` : linesOf(dispatch));
    return exitCodes.well;
  } catch (error) {
    if (!(error instanceof DepecheError)) throw error;
    throw error.in(fromInput ? 'standard input' : options.file);
  }
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
  srx: string | undefined,
): Promise<Segmenter> {
  if (srx === undefined) {
    const segmenter = houseSegmenter(locale);
    if (segmenter.origin === 'intl') {
      terminal.err(`depeche: no rules of our own for ${locale}: cut by Intl.Segmenter\n`);
    }
    return segmenter;
  }
  const document = parseSrx(await readSrx(resolve(terminal.cwd, srx), srx), srx);
  for (const { line, rule, message } of document.warnings)
    terminal.err(`depeche: ${srx}:${line}: ${rule}: ${message}\n`);
  return createSegmenter(document, locale);
}

async function readSrx(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new DepecheError('unreadable', 'the SRX file cannot be read', { cause, place: { file } });
  }
}
