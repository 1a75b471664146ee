import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readDispatch } from '../../src/pipeline.ts';
import { carry } from '../../src/revise/carry.ts';
import { houseSegmenter } from '../../src/segment/house-rules.ts';
import { foldName } from '../../src/termbase/new-names/votes.ts';
import { type NewName, newNames } from '../../src/termbase/new-names.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';

/** What the desk finds in a dispatch with no glossary at all, beside what its gold says. */
export type NamesFound = {
  readonly dispatch: string;
  /** Names of the gold, each counted once for every sentence it stands in. */
  readonly gold: number;
  readonly missed: readonly string[];
  readonly names: readonly NewName[];
  /** Names that no sentence of the gold has, those of the dateline left out. */
  readonly extra: readonly string[];
};

/** The user's sample, where it stands beside the checkout. */
export const sample = new URL('../../../shared/dispatches/', import.meta.url);
export const sampleIsHere = existsSync(sample);

/** A dispatch and its gold. */
export type GoldFiles = { readonly text: URL; readonly gold: URL };

export function sampleFiles(): readonly GoldFiles[] {
  return readdirSync(sample)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({
      text: new URL(file, sample),
      gold: new URL(file.replace('.txt', '.gold.json'), sample),
    }));
}

export function projectFiles(): readonly GoldFiles[] {
  const sources = new URL('../../source-texts/', import.meta.url);
  return readdirSync(sources).map((file) => ({
    text: new URL(file, sources),
    gold: new URL(`../golden/${file.replace('.txt', '')}/gold.json`, import.meta.url),
  }));
}

export function namesFound({ text, gold }: GoldFiles): NamesFound {
  const id = text.pathname.replace(/^.*\/|\.txt$/gu, '');
  const { dispatch } = readDispatch(readFileSync(text), { id, locale: 'fr' }, houseSegmenter('fr'));
  const { names: wanted }: { names: Record<string, readonly string[]> } = JSON.parse(
    readFileSync(gold, 'utf8'),
  );
  const names = newNames([carry(dispatch, 'en', undefined)], createTermbase([]));
  // The gold counts the sentences of the copy, without its headline.
  const segments = dispatch.paragraphs
    .filter(({ kind }) => kind !== 'headline')
    .flatMap((paragraph) => paragraph.segments);
  const bySentence = Object.entries(wanted).flatMap(([number, own]) => own.map((name) => ({ number, name })));
  const missed = bySentence.filter(({ number, name }) => {
    const segment = segments[Number(number) - 1]?.id;
    return !names.some((one) => callsIt(one, name) && one.places.some((place) => place.segment === segment));
  });
  const inDateline = [dispatch.dateline?.place, dispatch.dateline?.agency];
  const extra = names.filter(
    (one) => !inDateline.includes(one.name) && !bySentence.some(({ name }) => callsIt(one, name)),
  );
  return {
    dispatch: id,
    gold: bySentence.length,
    missed: missed.map(({ number, name }) => `${number}: ${name}`),
    names,
    extra: extra.map(({ name }) => name),
  };
}

function callsIt({ name, family, long }: NewName, wanted: string): boolean {
  return [name, family, long].some((form) => form !== undefined && foldName(form) === foldName(wanted));
}
