import { type Content, element, type Html } from './html.ts';

/** Things said of a whole, each under its name; those without content are left out. */
export function factList(facts: readonly (readonly [name: string, content: Content])[]): Html {
  return element(
    'dl',
    { class: 'facts' },
    facts
      .filter(([, content]) => content !== undefined)
      .map(([name, content]) => element('div', {}, element('dt', {}, name), element('dd', {}, content))),
  );
}
