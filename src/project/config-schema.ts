import * as v from 'valibot';
import { parseLocale } from '../model/locale.ts';
import { wireFormats } from '../wire/formats.ts';
import { reflowModes } from '../wire/reflow-mode.ts';
import { whole } from './number-schemas.ts';
import { providers } from './provider-schemas.ts';
import { budgets, confidential, currency, providerNames, quotedNames, routes } from './routing-schema.ts';
import { schedule } from './schedule-schema.ts';

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
  currency: v.exactOptional(currency),
  providers: v.optional(providers, {}),
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
  schedule: v.optional(schedule, {}),
});

/** A configuration as it is used: with what was left out as it is by default. `depeche.config.schema.json` tells of each key what it is. */
export type Config = v.InferOutput<typeof configSchema>;
