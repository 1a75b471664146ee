/** A glossary as the server keeps it: by target language, its entries. */
type Shelved = {
  readonly id: string;
  readonly name: string;
  readonly dictionaries: ReadonlyMap<string, Map<string, string>>;
};

export type GlossaryShelf = {
  /** What the ids of this server begin with. */
  readonly prefix: string;
  readonly all: ReadonlyMap<string, Shelved>;
  /** Takes one away behind everybody's back. */
  drop(id: string): void;
  answer(call: string, parameters: URLSearchParams): { status: number; body: object };
  /** A text with what the glossary says in place of what it finds. */
  applied(id: string, text: string, target: string): string;
};

/** The glossaries of a DeepL account, with the limits that DeepL documents. */
export function createGlossaryShelf({
  withoutGlossaries = [],
  maxGlossaries = 1000,
}: {
  readonly withoutGlossaries?: readonly string[];
  readonly maxGlossaries?: number;
}): GlossaryShelf {
  const prefix = 'shelf-';
  const all = new Map<string, Shelved>();
  let made = 0;

  function create(parameters: URLSearchParams): { status: number; body: object } {
    if (all.size >= maxGlossaries) return refused('Too many glossaries');
    const dictionaries = new Map<string, Map<string, string>>();
    for (let index = 0; parameters.has(`dictionaries[${index}].source_lang`); index += 1) {
      const language = parameters.get(`dictionaries[${index}].target_lang`) ?? '';
      if (withoutGlossaries.includes(language)) return refused(`${language} is not supported`);
      if (dictionaries.has(language)) return refused(`two dictionaries for ${language}`);
      const entries = new Map<string, string>();
      for (const line of (parameters.get(`dictionaries[${index}].entries`) ?? '').split('\n')) {
        const [from = '', to = '', ...more] = line.split('\t');
        const sizes = [from, to].map((text) => Buffer.byteLength(text));
        if (more.length > 0 || entries.has(from) || Math.min(...sizes) < 1 || Math.max(...sizes) > 1024) {
          return refused(`invalid entry: ${line}`);
        }
        entries.set(from, to);
      }
      dictionaries.set(language, entries);
    }
    if (dictionaries.size === 0) return refused('no dictionaries');
    made += 1;
    const one = { id: `${prefix}${made}`, name: parameters.get('name') ?? '', dictionaries };
    all.set(one.id, one);
    return { status: 201, body: infoOf(one) };
  }

  return {
    prefix,
    all,
    drop: (id) => void all.delete(id),
    answer(call, parameters) {
      const [, id] = /^DELETE \/v3\/glossaries\/(.+)$/u.exec(call) ?? [];
      if (call === 'POST /v3/glossaries') return create(parameters);
      if (call === 'GET /v3/glossaries')
        return { status: 200, body: { glossaries: [...all.values()].map(infoOf) } };
      if (call === 'GET /v2/glossary-language-pairs') {
        const known = ['en', 'de', 'es', 'pt', 'ar', 'ru'].filter(
          (language) => !withoutGlossaries.includes(language),
        );
        const pairs = known.map((language) => ({ source_lang: 'fr', target_lang: language }));
        return { status: 200, body: { supported_languages: pairs } };
      }
      if (id !== undefined && all.delete(id)) return { status: 204, body: {} };
      return { status: 404, body: { message: 'Glossary not found' } };
    },
    applied(id, text, target) {
      const entries = all.get(id)?.dictionaries.get(target.slice(0, 2)) ?? new Map<string, string>();
      return [...entries].reduce((known, [from, to]) => known.replaceAll(from, to), text);
    },
  };
}

function refused(message: string): { status: number; body: object } {
  return { status: 400, body: { message } };
}

function infoOf({ id, name, dictionaries }: Shelved): object {
  return {
    glossary_id: id,
    name,
    creation_time: '2020-10-21T00:00:00Z',
    dictionaries: Array.from(dictionaries, ([language, entries]) => ({
      source_lang: 'fr',
      target_lang: language,
      entry_count: entries.size,
    })),
  };
}
