import { z } from 'zod';
import { parseLocale } from '../model/locale.ts';

const locale = z
  .string()
  .transform((text, context) => {
    const found = parseLocale(text);
    if (found === undefined)
      context.addIssue({
        code: 'custom',
        message: `“${text}” is no language tag (BCP 47), such as en or pt-BR`,
      });
    return found ?? z.NEVER;
  })
  .describe('A language tag (BCP 47): fr, en, pt-BR');

/** A path or glob that cannot leave the project. */
const inside = z
  .string()
  .min(1)
  .refine(
    (path) => !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/u.test(path),
    'must be a path inside the project',
  );

const deepl = z.strictObject({
  variants: z
    .record(z.string(), z.string())
    .exactOptional()
    .describe('The variant DeepL is asked for, by locale: {"en": "en-GB", "pt": "pt-PT"}'),
  formality: z.enum(['default', 'more', 'less', 'prefer_more', 'prefer_less']).exactOptional(),
  modelType: z.enum(['quality_optimized', 'latency_optimized', 'prefer_quality_optimized']).exactOptional(),
  glossaries: z
    .record(z.string(), z.string())
    .exactOptional()
    .describe('The id of a DeepL glossary, by locale'),
  serverUrl: z
    .url()
    .exactOptional()
    .describe('Another address of the API; by default the key decides between free and pro'),
});

/** The one source of truth for `depeche.config.json`: it validates, gives the types, and is written out as JSON Schema. */
export const configSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  source: locale.default('fr'),
  targets: z.array(locale).min(1).default(['en']),
  provider: z
    .enum(['deepl', 'pseudo'])
    .nullable()
    .default(null)
    .describe(
      'What translates where the memory has nothing; null: nothing does. A key in the environment alone never switches one on',
    ),
  providers: z.strictObject({ deepl: deepl.exactOptional() }).default({}),
  memory: z.array(inside).default(['locales/memory/*.tmx']).describe('Globs of TMX files'),
  glossary: inside.default('locales/glossary.csv'),
  fuzzyThreshold: z
    .number()
    .int()
    .min(50)
    .max(100)
    .default(75)
    .describe('Matches from this score up are proposed to the reviewer'),
  publish: z
    .strictObject({
      minState: z.enum(['drafted', 'translated', 'reviewed', 'final']).default('drafted'),
      responsible: z
        .string()
        .min(1)
        .exactOptional()
        .describe('Who holds editorial responsibility for what is published'),
    })
    .prefault({}),
  checks: z
    .record(z.string(), z.enum(['off', 'info', 'warning', 'error']))
    .default({})
    .describe('Another severity for a check, by its id, or "off"'),
  wire: z
    .strictObject({
      encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1']).exactOptional(),
    })
    .default({}),
  schedule: z
    .strictObject({
      concurrency: z.number().int().min(1).max(64).exactOptional().describe('Requests at a time'),
      requestsPerSecond: z.number().positive().max(1000).exactOptional(),
      timeout: z.number().positive().max(600).exactOptional().describe('Seconds for one request'),
      attempts: z.number().int().min(1).max(20).exactOptional(),
    })
    .default({}),
});

export type Config = z.output<typeof configSchema>;
