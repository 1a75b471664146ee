import * as v from 'valibot';
import { modelMirror } from './models/mirror-schema.ts';
import { whole } from './number-schemas.ts';
import { ownSchedule } from './schedule-schema.ts';

const byLocale = v.record(v.string(), v.string());

const instruction = v.pipe(
  v.string(),
  v.nonEmpty('must not be empty'),
  v.maxLength(300, 'must have at most 300 characters'),
);

const noSecrets = { username: '', password: '' };

/** Errors and logs may tell of an address. */
const address = v.pipe(
  v.string(),
  v.url('must be an address'),
  v.check((text) => {
    const { username, password } = URL.canParse(text) ? new URL(text) : noSecrets;
    return username === '' && password === '';
  }, 'must hold no name and no password'),
);

/** What a million of something costs. */
const rate = v.pipe(
  v.number(),
  v.minValue(0, 'must be at least 0'),
  v.maxValue(1_000_000, 'must be at most 1000000'),
);

const deepl = v.strictObject({
  schedule: ownSchedule,
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
  tags: v.exactOptional(
    v.pipe(
      v.picklist(['v1', 'v2'], 'must be "v1" or "v2": by which of its algorithms DeepL reads tags'),
      v.description(
        'Names and placeables go out in tags, read by this version of DeepL’s tag handling; by default there are none',
      ),
    ),
  ),
  keepQuota: v.exactOptional(
    v.pipe(
      whole(0, 1_000_000_000_000),
      v.description(
        'Characters of the account’s quota that a run leaves for others; by default it is not asked for',
      ),
    ),
  ),
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
      address,
      v.description('Another address of the API; by default the key decides between free and pro'),
    ),
  ),
  price: v.exactOptional(
    v.pipe(v.strictObject({ characters: rate }), v.description('What a million characters cost')),
  ),
});

const apertium = v.strictObject({
  schedule: ownSchedule,
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

const languageModel = v.strictObject({
  schedule: ownSchedule,
  model: v.pipe(v.string(), v.nonEmpty('must not be empty'), v.description('As the server calls it')),
  serverUrl: v.exactOptional(
    v.pipe(
      address,
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
      v.strictObject({ input: rate, output: rate }),
      v.description('What a million tokens cost, read and written'),
    ),
  ),
});

const fxtranslate = v.strictObject({
  schedule: ownSchedule,
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
  maxLoaded: v.exactOptional(
    v.pipe(whole(1, 64), v.description('Models in memory at a time, of 50 to 100 MB each; by default 6')),
  ),
});

/** What each provider may be told, under its name. */
export const providers = v.strictObject({
  deepl: v.exactOptional(deepl),
  'language-model': v.exactOptional(languageModel),
  apertium: v.exactOptional(apertium),
  fxtranslate: v.exactOptional(fxtranslate),
});
