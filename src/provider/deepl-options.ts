import type { Locale } from '../model/locale.ts';

/** How to reach DeepL; nothing of it changes answers. */
export type DeeplConnection = {
  /** The authentication key, from the environment or a file of its own: it stands in no message, journal, report or cassette. */
  readonly authKey: string;
  /** Another server than DeepL's own, where the key decides between the free and the paid one. */
  readonly serverUrl?: string | undefined;
  /** `http://host:port`; without it `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of the process decide. */
  readonly proxy?: string | undefined;
  /** The scheduler's time limit in milliseconds. Default 60,000. A connection without an answer may be open twice as long for translations. */
  readonly timeout?: number | undefined;
  /** The version of depeche, for DeepL's statistics. */
  readonly appVersion?: string | undefined;
};

/** How to ask DeepL. Everything but the key may stand in a configuration. */
export type DeeplOptions = DeeplConnection & {
  /** Locale → DeepL's target language. Default `en` → `en-GB`, `pt` → `pt-PT`. */
  readonly variants?: Readonly<Record<Locale, string>> | undefined;
  readonly formality?: 'less' | 'more' | 'default' | 'prefer_less' | 'prefer_more' | undefined;
  readonly modelType?: 'quality_optimized' | 'latency_optimized' | 'prefer_quality_optimized' | undefined;
  /** Target locale → the id of a glossary at DeepL; one of several languages stands under each of them. */
  readonly glossaries?: Readonly<Record<Locale, string>> | undefined;
  /** A glossary that depeche makes of the termbase and keeps in step with it; a fixed one of `glossaries` goes before it. */
  readonly glossary?: GlossaryTools | undefined;
  /** Whether to send the dispatch along as context, which is not billed. Default true. */
  readonly context?: boolean | undefined;
  /** Target locale → what DeepL is told about how to translate: at most 10 of 300 characters. `*` is for locales that are not named. */
  readonly customInstructions?: Readonly<Record<Locale, readonly string[]>> | undefined;
  /** Target locale → the id of a style rule at DeepL. */
  readonly styleRules?: Readonly<Record<Locale, string>> | undefined;
  /** Whether names and placeables go out in tags (see `tagged-terms.ts`), and by which of its algorithms DeepL reads them. Default: no tags. */
  readonly tags?: 'v1' | 'v2' | undefined;
  /** Languages that DeepL has besides those this release knows. */
  readonly languages?: ToldLanguages | undefined;
};

/** Languages beyond the list of this release, as DeepL told them. */
export type ToldLanguages = {
  readonly sources: readonly string[];
  readonly targets: readonly { readonly code: string }[];
};

/** What the termbase wants DeepL to know: for each target locale what the source says and what the house prefers. */
export type WantedGlossary = {
  /** Whatever tells this project from others of the same account. */
  readonly project: string;
  readonly source: Locale;
  readonly entries: ReadonlyMap<Locale, ReadonlyMap<string, string>>;
};

/** Where a glossary is kept at DeepL. It is never edited, so its name, which has the hash of its content, says what is in it. */
export type KeptGlossary = {
  readonly id: string;
  readonly name: string;
  /** The target languages it has a dictionary for, as DeepL calls them. */
  readonly languages: readonly string[];
};

/** Where it is remembered between runs. A memory that is lost costs one look at DeepL's list. */
export type GlossaryRecord = {
  read(): Promise<KeptGlossary | undefined>;
  write(kept: KeptGlossary): Promise<void>;
};

export type GlossaryTools = {
  readonly wanted: WantedGlossary;
  readonly record: GlossaryRecord;
  /** Told when translation goes on without a glossary, or without a language of it. */
  readonly onNotice: (message: string) => void;
};
