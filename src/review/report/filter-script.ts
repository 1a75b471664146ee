/**
 * The script of the page: it shows the filters and hides what they leave out. Sentences of any chosen kind are shown, all where none is
 * chosen; a draft without a sentence to show is hidden, and so is its line in the contents.
 *
 * It is written without `<` and `&`, so that the page is well-formed XML.
 */
export const filterScript = `
'use strict';
const form = document.getElementById('filters');
const output = document.getElementById('shown');
const dispatches = Array.from(document.querySelectorAll('article'), (element) => ({
  element,
  drafts: Array.from(element.querySelectorAll('section.draft'), (section) => ({
    element: section,
    line: document.getElementById('contents.' + section.id),
    locale: section.dataset.locale,
    rows: Array.from(section.querySelectorAll('tr[data-kinds]'), (row) => ({
      element: row,
      kinds: row.dataset.kinds.split(' '),
    })),
  })),
}));
const chosen = (name) =>
  Array.from(form.querySelectorAll('input[name=' + name + ']:checked'), (input) => input.value);
function apply() {
  const kinds = chosen('kind');
  const locales = chosen('locale');
  let all = 0;
  let shown = 0;
  for (const dispatch of dispatches) {
    for (const draft of dispatch.drafts) {
      const isWanted = locales.includes(draft.locale);
      for (const row of draft.rows) {
        const isKind = kinds.length === 0 || kinds.some((kind) => row.kinds.includes(kind));
        row.element.hidden = !isWanted || !isKind;
        all += 1;
        if (!row.element.hidden) shown += 1;
      }
      draft.element.hidden = draft.rows.every((row) => row.element.hidden);
      if (draft.line) draft.line.hidden = draft.element.hidden;
    }
    dispatch.element.hidden = dispatch.drafts.every((draft) => draft.element.hidden);
  }
  output.value = shown === all ? 'All ' + all + ' sentences are shown.' : shown + ' of ' + all + ' sentences are shown.';
}
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', apply);
form.addEventListener('reset', () => setTimeout(apply));
form.hidden = false;
apply();
`;
