import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { describe, expect, it } from 'vitest';
import { DepecheError } from '../../src/model/errors.ts';
import { parseConfig } from '../../src/project/config.ts';
import { configSchema } from '../../src/project/config-schema.ts';

const schemaFile = join(import.meta.dirname, '../../depeche.config.schema.json');

it('ships the JSON Schema that editors check a config with, made from what validates it (WRITE_GOLDEN=1 writes it)', () => {
  const schema = `${JSON.stringify(toJsonSchema(configSchema, { typeMode: 'input', errorMode: 'ignore' }), null, 2)}\n`;
  if (process.env.WRITE_GOLDEN === '1') writeFileSync(schemaFile, schema);
  expect(readFileSync(schemaFile, 'utf8')).toBe(schema);
});

describe('a config', () => {
  it('may have comments, and gets defaults for what it does not say', async () => {
    const config = await parseConfig('{\n  // out of French\n  "targets": ["en-gb", "ar",],\n}');
    expect(config).toMatchObject({
      source: 'fr',
      targets: ['en-GB', 'ar'],
      provider: null,
      fuzzyThreshold: 75,
      publish: { minState: 'drafted' },
    });
  });

  it.each([
    ['{\n  "targets": [\n    "en"\n    "de"\n  ]\n}', 4, 5],
    ['{ "targets": ["en", "no_locale"] }', 1, 21],
    ['{\n  "publish": { "minState": "perfect" }\n}', 2, 28],
    ['{\n  "memory": ["../elsewhere/*.tmx"]\n}', 2, 14],
    ['{\n  "glossary": "/etc/passwd"\n}', 2, 15],
    ['{ "provider": "google" }', 1, 15],
    ['{\n  "source": "fr",\n  "target": ["en"]\n}', 3, 13],
    ['[]', 1, 1],
    ['{ "targets": ["de", "fr"] }', 1, 21],
    ['{ "targets": ["de", "en-gb", "en-GB"] }', 1, 30],
    ['{ "routes": { "*": ["deepl", "google"] } }', 1, 30],
    ['{ "routes": { "*": ["deepl", "deepl"] } }', 1, 30],
    ['{ "budget": { "google": {} } }', 1, 25],
    ['{ "budget": { "deepl": { "charactersPerRun": -1 } } }', 1, 46],
    ['{ "budget": { "deepl": { "costPerRun": 5 } } }', 1, 40],
    ['{ "currency": "EUR 5" }', 1, 15],
    ['{ "providers": { "deepl": { "price": { "characters": -20 } } } }', 1, 54],
    ['{ "confidential": { "allow": ["google"] } }', 1, 31],
  ])('that does not hold is refused where it is wrong: %j', async (text, line, column) => {
    const error = await parseConfig(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DepecheError);
    expect(error).toMatchObject({ code: 'config', place: { file: 'depeche.config.json', line, column } });
  });

  it.each([
    [
      '{ "provider": "none" }',
      'provider: must be "deepl", "language-model", "fxtranslate", "apertium", "pseudo", or null: nobody is asked',
    ],
    [
      '{ "providers": { "language-model": { "model": "m", "keyVariable": "sk-proj-4711" } } }',
      'providers.language-model.keyVariable: must be the name of an environment variable, not the key itself',
    ],
    ['{ "publish": { "minstate": "final" } }', 'publish.minstate: there is no such key'],
    ['{ "targets": "en" }', 'targets: must be a list, not "en"'],
    ['{ "fuzzyThreshold": 10 }', 'fuzzyThreshold: must be at least 50'],
    ['{ "targets": ["en_GB"] }', 'targets.0: “en_GB” is no language tag (BCP 47), such as en or pt-BR'],
    [
      '{ "routes": { "en-gb": ["deepl"] } }',
      'routes.en-gb: must be a language tag (BCP 47) in its usual spelling, such as en or pt-BR, or *',
    ],
    ['{ "routes": { "de": ["deepl", "deepl"] } }', 'routes.de.1: is there twice'],
    [
      '{ "budget": { "deepl": { "costPerMonth": 5 } } }',
      'budget.deepl.costPerMonth: what deepl costs is not known: "providers": {"deepl": {"price": {"characters": …}}}',
    ],
    [
      '{ "budget": { "apertium": { "costPerRun": 5 } } }',
      'budget.apertium.costPerRun: apertium costs nothing',
    ],
    [
      '{ "checks": { "pending": "loud" } }',
      'checks.pending: must be "off", "info", "warning" or "error", or one of these for each locale, not "loud"',
    ],
    [
      '{ "checks": { "spacing": { "fr": "loud" } } }',
      'checks.spacing: must be "off", "info", "warning" or "error", or one of these for each locale, not Object',
    ],
  ])('says what to write instead: %j', async (text, message) => {
    await expect(parseConfig(text)).rejects.toMatchObject({ code: 'config', message });
  });

  it('that has __proto__ for a key is refused, and touches no prototype', async () => {
    await expect(parseConfig('{ "__proto__": { "provider": "deepl" } }')).rejects.toMatchObject({
      code: 'config',
    });
  });
});
