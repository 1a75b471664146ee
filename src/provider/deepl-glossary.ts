import type { MultilingualGlossaryInfo } from 'deepl-node';
import { type Locale, languageOf } from '../model/locale.ts';
import { hashOf } from '../text/hash.ts';
import type { OpenClient } from './deepl-client.ts';
import { deeplSource, deeplTarget } from './deepl-languages.ts';
import type { GlossaryTools, KeptGlossary, WantedGlossary } from './deepl-options.ts';

/** A glossary that is in step with the termbase. */
export type LiveGlossary = {
  /** Everything about it that changes answers. */
  readonly hash: string;
  /** The id to translate into a locale with; undefined where it has nothing for it, or DeepL would not take it. */
  idFor(target: Locale, client: () => Promise<OpenClient>): Promise<string | undefined>;
  /** Looks it up or makes it, so that no request has to wait for that. */
  prepare(client: () => Promise<OpenClient>): Promise<void>;
  /** Forgets an id that DeepL does not know any more: the next call looks at its list. */
  forget(id: string): void;
};

/** One dictionary: a language of DeepL's and what it holds. */
type Dictionary = { readonly language: string; readonly entries: ReadonlyMap<string, string> };

/**
 * Keeps one glossary at DeepL in step with the termbase: `depeche-<project>-<content>`, both hashes. With the first text that is to be
 * translated it is taken from the record where that has the very content, else from DeepL's list, else it is made; glossaries
 * of this project with another content are deleted, before it where DeepL takes no more of them. Nothing of this ever breaks a run.
 */
export function createLiveGlossary({ wanted, record, onNotice }: GlossaryTools): LiveGlossary {
  const dictionaries = dictionariesOf(wanted);
  const hash = hashOf(
    wanted.source,
    ...dictionaries.flatMap(({ language, entries }) => [
      language,
      String(entries.size),
      ...[...entries].flat(),
    ]),
  ).slice(0, 16);
  const own = `depeche-${hashOf(wanted.project, wanted.source).slice(0, 12)}-`;
  const name = own + hash;
  let ready: Promise<KeptGlossary | undefined> | undefined;
  const gone = new Set<string>();

  async function keep(open: OpenClient): Promise<KeptGlossary | undefined> {
    try {
      // Once an id is gone, only the list is believed.
      const known = gone.size === 0 ? await record.read() : undefined;
      if (known?.name === name) return known;
      const list = await open.ask((client) => client.listMultilingualGlossaries());
      const there = list.find(
        (one) => one.name === name && hasAll(one, dictionaries) && !gone.has(one.glossaryId),
      );
      const old = list.filter((one) => one.name.startsWith(own) && one !== there);
      const kept = there ? keptOf(there) : await make(open, old);
      await remove(open, old);
      await record.write(kept);
      return kept;
    } catch (error) {
      onNotice(`DeepL goes on without the glossary: ${open.reasonOf(error)}`);
      return undefined;
    }
  }

  async function make(open: OpenClient, old: MultilingualGlossaryInfo[]): Promise<KeptGlossary> {
    const source = deeplSource(wanted.source) ?? wanted.source;
    const pairs = await open.ask((client) => client.getGlossaryLanguagePairs());
    const isKnown = ({ language }: Dictionary) =>
      pairs.some(({ sourceLang, targetLang }) => sourceLang === source && targetLang === language);
    const unknown = dictionaries.filter((one) => !isKnown(one));
    if (unknown.length > 0) {
      onNotice(
        `DeepL has no glossaries from ${source} into ${unknown.map(({ language }) => language).join(', ')}`,
      );
    }
    const contents = dictionaries.filter(isKnown).map(({ language, entries }) => ({
      sourceLangCode: source,
      targetLangCode: language,
      entries: new open.deepl.GlossaryEntries({ entries: Object.fromEntries(entries) }),
    }));
    try {
      return keptOf(await open.ask((client) => client.createMultilingualGlossary(name, contents)));
    } catch (error) {
      if (old.length === 0) throw error;
      // An account may have room for one glossary alone.
      await remove(open, old.splice(0));
      return keptOf(await open.ask((client) => client.createMultilingualGlossary(name, contents)));
    }
  }

  async function remove(open: OpenClient, old: readonly MultilingualGlossaryInfo[]): Promise<void> {
    for (const one of old) {
      try {
        await open.ask((client) => client.deleteMultilingualGlossary(one));
      } catch (error) {
        if (error instanceof open.deepl.GlossaryNotFoundError) continue;
        onNotice(`DeepL keeps the old glossary ${one.name}: ${open.reasonOf(error)}`);
      }
    }
  }

  return {
    hash,
    async idFor(target, client) {
      const language = glossaryLanguage(target);
      const dictionary = dictionaries.find((one) => one.language === language);
      // Of two locales of one language the first one has the dictionary.
      if (!dictionary || !isSame(dictionary.entries, wanted.entries.get(target))) return undefined;
      ready ??= client().then(keep);
      const kept = await ready;
      return kept?.languages.includes(dictionary.language) ? kept.id : undefined;
    },
    async prepare(client) {
      if (dictionaries.length === 0) return;
      ready ??= client().then(keep);
      await ready;
    },
    forget(id) {
      if (gone.has(id)) return;
      gone.add(id);
      ready = undefined;
    },
  };
}

function isSame(own: ReadonlyMap<string, string>, other: ReadonlyMap<string, string> | undefined): boolean {
  return own.size === other?.size && [...own].every(([from, to]) => other.get(from) === to);
}

/** Glossaries know languages, not regions: one for `en` serves `en-GB`. */
function glossaryLanguage(target: Locale): string {
  return languageOf(deeplTarget(target) ?? target).toLowerCase();
}

/** One for each language that has anything in it, in the order of the project's targets. */
function dictionariesOf({ entries }: WantedGlossary): readonly Dictionary[] {
  const byLanguage = new Map<string, Dictionary>();
  for (const [locale, own] of entries) {
    const language = glossaryLanguage(locale);
    if (own.size > 0 && !byLanguage.has(language)) byLanguage.set(language, { language, entries: own });
  }
  return [...byLanguage.values()];
}

/** A name tells the content; the counts tell that it arrived whole. */
function hasAll(info: MultilingualGlossaryInfo, dictionaries: readonly Dictionary[]): boolean {
  return info.dictionaries.every(({ targetLangCode, entryCount }) => {
    const own = dictionaries.find(({ language }) => language === targetLangCode.toLowerCase());
    return own?.entries.size === entryCount;
  });
}

function keptOf({ glossaryId, name, dictionaries }: MultilingualGlossaryInfo): KeptGlossary {
  const languages = dictionaries.map(({ targetLangCode }) => targetLangCode.toLowerCase());
  return { id: glossaryId, name, languages };
}
