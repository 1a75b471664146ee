import type { Locale } from '../../model/locale.ts';
import { type Content, element, type Html } from './html.ts';
import { type Kind, kinds } from './kinds.ts';
import { languageName } from './language-name.ts';

/**
 * The form that hides what is not looked for. It is of no use without the script, which shows it; without it everything is to be seen.
 *
 * @param counts how many sentences there are of each kind
 */
export function filters(counts: ReadonlyMap<Kind, number>, locales: readonly Locale[]): Html {
  const ofKinds = Object.entries(kinds).map(([kind, label]) => {
    const count = [...counts].find(([known]) => known === kind)?.[1] ?? 0;
    return choice({ name: 'kind', value: kind }, `${label} (${count})`);
  });
  const ofLocales = locales.map((locale) =>
    choice({ name: 'locale', value: locale, checked: true }, languageName(locale)),
  );
  return element(
    'form',
    { id: 'filters', role: 'search', 'aria-label': 'Sentences to show', hidden: true },
    group('Show only', ofKinds),
    group('Languages', ofLocales),
    element(
      'p',
      {},
      element('button', { type: 'reset' }, 'Show everything'),
      ' ',
      element('output', { id: 'shown', for: 'filters' }),
    ),
  );
}

function group(legend: string, choices: readonly Content[]): Html {
  return element('fieldset', {}, element('legend', {}, legend), choices);
}

function choice(
  { name, value, checked = false }: { name: string; value: string; checked?: boolean },
  label: string,
): Html {
  return element('label', {}, element('input', { type: 'checkbox', name, value, checked }), ` ${label}`);
}
