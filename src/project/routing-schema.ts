import * as v from 'valibot';
import { parseLocale } from '../model/locale.ts';

/** What translates, as a configuration and the command line name it. */
export const providerNames = ['deepl', 'language-model', 'fxtranslate', 'apertium', 'pseudo'] as const;

export const quotedNames = providerNames.map((name) => `"${name}"`).join(', ');

const provider = v.picklist(providerNames, `must be one of ${quotedNames}`);

/** A locale's providers in the order they are asked in. */
const route = v.pipe(
  v.array(provider),
  v.checkItems((name, at, list) => list.indexOf(name) === at, 'is there twice'),
);

export const routes = v.pipe(
  v.record(
    v.pipe(
      v.string(),
      v.check(
        (key) => key === '*' || parseLocale(key) === key,
        'must be a language tag (BCP 47) in its usual spelling, such as en or pt-BR, or *',
      ),
    ),
    route,
  ),
  v.description(
    'By locale, or "*", the providers that are asked one after the other; without a list it is "provider" alone',
  ),
);

const characters = (description: string) =>
  v.exactOptional(
    v.pipe(
      v.number(),
      v.integer('must be a whole number'),
      v.minValue(0, 'must be at least 0'),
      v.description(description),
    ),
  );

const cost = (description: string) =>
  v.exactOptional(
    v.pipe(
      v.number(),
      v.minValue(0, 'must be at least 0'),
      v.maxValue(1_000_000_000, 'must be at most 1000000000'),
      v.description(description),
    ),
  );

const budget = v.strictObject({
  charactersPerRun: characters('Billed characters that one run may send'),
  charactersPerMonth: characters('Billed characters that all runs may send in a calendar month (UTC)'),
  costPerRun: cost('What one run may cost, in the currency of the price'),
  costPerMonth: cost('What all runs may cost in a calendar month (UTC), in the currency of the price'),
});

export const budgets = v.pipe(
  v.strictObject(v.entriesFromList(providerNames, v.exactOptional(budget))),
  v.description('What each provider may be sent; what is left out has no limit'),
);

export const currency = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{Sc}]{1,8}$/u, 'must be a code or a sign, such as "EUR" or "€"'),
  v.description('How the currency of all prices and budgets is called; nothing is converted'),
);

export const confidential = v.pipe(
  v.strictObject({
    dispatches: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
        v.description(
          'Ids of dispatches, or globs of ids, that must not leave the machine; "*" is all of them',
        ),
      ),
      [],
    ),
    allow: v.optional(
      v.pipe(
        v.array(provider),
        v.description('Providers that may have confidential copy, though they send it to another machine'),
      ),
      [],
    ),
  }),
  v.description(
    'Copy that no provider may send to another machine, beside what is under embargo or withheld',
  ),
);
