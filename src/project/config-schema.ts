import * as v from 'valibot';
import { parseLocale } from '../model/locale.ts';
import { wireFormats } from '../wire/formats.ts';
import { reflowModes } from '../wire/reflow-mode.ts';
import { modelMirror } from './models/mirror-schema.ts';
import { budgets, confidential, providerNames, quotedNames, routes } from './routing-schema.ts';

const locale = v.pipe(
  v.string(),
  v.check(
    (text) => parseLocale(text) !== undefined,
    ({ input }) => `“${input}” is no language tag (BCP 47), such as en or pt-BR`,
  ),
  v.transform((text) => parseLocale(text) ?? text),
  v.description('A language tag (BCP 47): fr, en, pt-BR'),
);

/** A path or glob that cannot leave the project. */
const inside = v.pipe(
  v.string(),
  v.nonEmpty('must not be empty'),
  v.check(
    (path) => !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/u.test(path),
    'must be a path inside the project',
  ),
);

const byLocale = v.record(v.string(), v.string());

const instruction = v.pipe(
  v.string(),
  v.nonEmpty('must not be empty'),
  v.maxLength(300, 'must have at most 300 characters'),
);

const deepl = v.strictObject({
  variants: v.exactOptional(
    v.pipe(
      byLocale,
      v.description('The variant DeepL is asked for, by locale: {"en": "en-GB", "pt": "pt-PT"}'),
    ),
  ),
  formality: v.exactOptional(v.picklist(['default', 'more', 'less', 'prefer_more', 'prefer_less'])),
  modelType: v.exactOptional(
    v.picklist(['quality_optimized', 'latency_optimized', 'prefer_quality_optimized']),
  ),
  glossaries: v.exactOptional(v.pipe(byLocale, v.description('The id of a DeepL glossary, by locale'))),
  glossary: v.exactOptional(
    v.pipe(
      v.literal('auto', 'must be "auto"; ids of glossaries stand in "glossaries"'),
      v.description('"auto": a glossary at DeepL that is made of the termbase and kept in step with it'),
    ),
  ),
  customInstructions: v.exactOptional(
    v.pipe(
      v.record(v.string(), v.pipe(v.array(instruction), v.maxLength(10, 'takes at most 10 instructions'))),
      v.description('What DeepL is told about how to translate, by locale; "*": for those not named'),
    ),
  ),
  styleRules: v.exactOptional(v.pipe(byLocale, v.description('The id of a style rule at DeepL, by locale'))),
  keyFile: v.exactOptional(
    v.pipe(
      v.string(),
      v.nonEmpty('must not be empty'),
      v.description('A file with the key, in place of DEEPL_AUTH_KEY; relative to the project'),
    ),
  ),
  proxy: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(
        /^https?:\/\/[^@/?#]+\/?$/u,
        'must be http://host:port, without a name or a password: those belong into HTTPS_PROXY',
      ),
      v.description('The proxy to DeepL; by default HTTPS_PROXY, HTTP_PROXY and NO_PROXY decide'),
    ),
  ),
  serverUrl: v.exactOptional(
    v.pipe(
      v.string(),
      v.url('must be an address'),
      v.description('Another address of the API; by default the key decides between free and pro'),
    ),
  ),
});

const apertium = v.strictObject({
  modes: v.exactOptional(
    v.pipe(
      v.string(),
      v.nonEmpty('must not be empty'),
      v.description(
        'The folder of the directions that are installed, *.mode; by default /usr/share/apertium/modes',
      ),
    ),
  ),
});

const fxtranslate = v.strictObject({
  models: v.exactOptional(
    v.pipe(
      v.string(),
      v.nonEmpty('must not be empty'),
      v.description(
        'The folder of the models; relative to the project, or absolute where several share it. By default .depeche/models',
      ),
    ),
  ),
  mirror: v.exactOptional(modelMirror),
});

const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );

const positive = (most: number, description: string) =>
  v.pipe(
    v.number(),
    v.gtValue(0, 'must be more than 0'),
    v.maxValue(most, `must be at most ${most}`),
    v.description(description),
  );

const languageModel = v.strictObject({
  model: v.pipe(v.string(), v.nonEmpty('must not be empty'), v.description('As the server calls it')),
  serverUrl: v.exactOptional(
    v.pipe(
      v.string(),
      v.url('must be an address'),
      v.description(
        'A server that speaks the chat completions of OpenAI, with its path: http://127.0.0.1:11434/v1 for Ollama; by default OpenAI itself',
      ),
    ),
  ),
  keyVariable: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^[A-Za-z_][A-Za-z0-9_]*$/u, 'must be the name of an environment variable, not the key itself'),
      v.description(
        'The environment variable that holds the key; OPENAI_API_KEY for OpenAI itself, else none',
      ),
    ),
  ),
  keyFile: v.exactOptional(
    v.pipe(
      v.string(),
      v.nonEmpty('must not be empty'),
      v.description('A file that holds the key and nothing else, outside of git'),
    ),
  ),
  leavesMachine: v.exactOptional(
    v.pipe(
      v.boolean(),
      v.description(
        'Whether copy leaves the machine; by default it does unless the address is one of this machine',
      ),
    ),
  ),
  instructions: v.exactOptional(
    v.pipe(v.string(), v.description('What the house adds to the rules of the prompt: a tone, a spelling')),
  ),
  format: v.exactOptional(
    v.pipe(
      v.picklist(['json-schema', 'json-object', 'text']),
      v.description('How answers are asked for; a server that does not know one is asked in the next'),
    ),
  ),
  parameters: v.exactOptional(
    v.pipe(
      v.record(v.string(), v.unknown()),
      v.description('Other parameters of the request: {"temperature": 0}'),
    ),
  ),
  maxTexts: v.exactOptional(v.pipe(whole(1, 200), v.description('Sentences in one request'))),
  maxBytes: v.exactOptional(
    v.pipe(whole(2000, 1_000_000), v.description('Bytes of the sentences in one request')),
  ),
  price: v.exactOptional(
    v.pipe(
      v.strictObject({ input: v.pipe(v.number(), v.minValue(0)), output: v.pipe(v.number(), v.minValue(0)) }),
      v.description('What a million tokens cost, read and written'),
    ),
  ),
});

const severity = v.picklist(['off', 'info', 'warning', 'error']);

/** The one source of truth for `depeche.config.json`: it validates, gives the types, and is written out as JSON Schema. */
export const configSchema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  source: v.optional(locale, 'fr'),
  targets: v.optional(v.pipe(v.array(locale), v.minLength(1, 'must name a locale')), ['en']),
  provider: v.optional(
    v.pipe(
      v.nullable(v.picklist(providerNames, `must be ${quotedNames}, or null: nobody is asked`)),
      v.description(
        'What translates where the memory has nothing; null: nothing does. A key in the environment alone never switches one on',
      ),
    ),
    null,
  ),
  routes: v.optional(routes, {}),
  budget: v.optional(budgets, {}),
  providers: v.optional(
    v.strictObject({
      deepl: v.exactOptional(deepl),
      'language-model': v.exactOptional(languageModel),
      apertium: v.exactOptional(apertium),
      fxtranslate: v.exactOptional(fxtranslate),
    }),
    {},
  ),
  confidential: v.optional(confidential, {}),
  memory: v.optional(v.pipe(v.array(inside), v.description('Globs of TMX files')), ['locales/memory/*.tmx']),
  glossary: v.optional(inside, 'locales/glossary.csv'),
  terms: v.optional(
    v.strictObject({
      generate: v.optional(
        v.pipe(
          v.boolean(),
          v.description(
            'Also accept the regular forms of names and titles that the glossary does not list (de, es, pt, ru)',
          ),
        ),
        true,
      ),
    }),
    {},
  ),
  fuzzyThreshold: v.optional(
    v.pipe(whole(50, 100), v.description('Matches from this score up are proposed to the reviewer')),
    75,
  ),
  publish: v.optional(
    v.strictObject({
      minState: v.optional(v.picklist(['drafted', 'translated', 'reviewed', 'final']), 'drafted'),
      responsible: v.exactOptional(
        v.pipe(
          v.string(),
          v.nonEmpty('must not be empty'),
          v.description('Who holds editorial responsibility for what is published'),
        ),
      ),
      uri: v.exactOptional(
        v.pipe(
          v.string(),
          v.url('must be an address'),
          v.description('What the addresses of wire items begin with; by default an item is named by a UUID'),
        ),
      ),
    }),
    {},
  ),
  checks: v.optional(
    v.pipe(
      v.record(
        v.string(),
        v.union(
          [severity, v.record(v.string(), severity)],
          ({ received }) =>
            `must be "off", "info", "warning" or "error", or one of these for each locale, not ${received}`,
        ),
      ),
      v.description(
        'Another severity for a check, by its id, or for all of a family, or "off"; or one for each target: {"no-break-blank": {"fr-CH": "off"}}',
      ),
    ),
    {},
  ),
  wire: v.optional(
    v.strictObject({
      format: v.exactOptional(
        v.pipe(
          v.picklist(wireFormats.map(({ name }) => name)),
          v.description('What all dispatches are read as; by default each is told from its text'),
        ),
      ),
      reflow: v.exactOptional(
        v.pipe(
          v.picklist(reflowModes),
          v.description(
            'What ends a paragraph of copy in lines: an extra blank line, indentation, the width of the lines, or every line; by default it is told from the copy',
          ),
        ),
      ),
      encoding: v.exactOptional(v.picklist(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1'])),
    }),
    {},
  ),
  schedule: v.optional(
    v.strictObject({
      concurrency: v.exactOptional(v.pipe(whole(1, 64), v.description('Requests at a time'))),
      requestsPerSecond: v.exactOptional(positive(1000, 'Requests that may start in a second')),
      requestsPerMinute: v.exactOptional(
        v.pipe(whole(1, 60_000), v.description('Requests that may start in a minute, besides')),
      ),
      timeout: v.exactOptional(positive(600, 'Seconds for one request')),
      runTimeout: v.exactOptional(
        positive(86_400, 'Seconds after which a run asks for nothing more; the next run goes on'),
      ),
      attempts: v.exactOptional(v.pipe(whole(1, 20), v.description('How often a request is tried in all'))),
    }),
    {},
  ),
});

export type Config = v.InferOutput<typeof configSchema>;
