import { customProperties, dark, light } from './palette.ts';

/** The style of the page, without `<` and `&`. Paper gets the light colours, whatever the screen has. */
export const styleSheet = `
:root { color-scheme: light; ${customProperties(light)} }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${customProperties(dark)} } }
*, ::before, ::after { box-sizing: border-box; }
[hidden] { display: none !important; }
html { scroll-padding-top: 9.5rem; }
body { margin: 0 auto; max-width: 100rem; padding: 1.5rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, 'Segoe UI', 'Liberation Sans', sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; inset-block-start: -10rem; inset-inline-start: 1rem; z-index: 3; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { inset-block-start: 1rem; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0; font-size: 1.75rem; }
h2 { margin: 0 0 .5rem; font-size: 1.3rem; }
h3 { margin: 0 0 .5rem; font-size: 1.1rem; }
p, dl, dd, ol, ul { margin: 0; }
code { font: .85em ui-monospace, 'Liberation Mono', monospace; overflow-wrap: anywhere; }
time { white-space: nowrap; }
table { width: 100%; border-collapse: collapse; background: var(--paper); }
th, td { padding: .5rem .75rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
thead th { font-size: .85rem; color: var(--muted); font-weight: 600; }

nav { margin-block: 1.5rem; }
nav .scroll { overflow: auto; max-block-size: 36rem; border: 1px solid var(--line); }
nav thead th { position: sticky; inset-block-start: 0; background: var(--paper); }
nav .locale { font-weight: 400; }
nav th, nav td { padding: .25rem .6rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
nav .number { text-align: end; }
nav tfoot th, nav tfoot td { font-weight: 600; border-block-end: 0; }
nav td.none { color: var(--muted); }
nav td.error, nav td.pending, nav td.failed { color: var(--red); font-weight: 600; }
nav td.warning, nav td.stale { color: var(--amber); font-weight: 600; }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .1rem 1.5rem; margin-block-start: .75rem; font-size: .85rem; color: var(--muted); }
.legend div { display: flex; gap: .4rem; align-items: baseline; }

#filters { position: sticky; inset-block-start: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .25rem 2rem; align-items: end;
  margin-block-end: 1.5rem; padding: .6rem .75rem; background: var(--paper); border: 1px solid var(--line); }
#filters fieldset { display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; border: 0; }
#filters legend { padding: 0; font-size: .85rem; font-weight: 600; color: var(--muted); }
#filters label { padding-block: .2rem; }
#filters input { inline-size: 1.05rem; block-size: 1.05rem; margin: 0; vertical-align: -.15rem; accent-color: var(--link); }
#filters p { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; }
button { padding: .3rem .9rem; font: inherit; color: var(--link); background: var(--paper); border: 1px solid currentColor; border-radius: .25rem; cursor: pointer; }

article { margin-block-end: 3rem; padding-block-start: 1rem; border-block-start: 3px solid var(--text); }
h2 .id { font: 600 .9em ui-monospace, 'Liberation Mono', monospace; margin-inline-end: .5rem; }
.banner { margin-block-end: .75rem; padding: .5rem .75rem; color: var(--red); background: var(--red-ground); border-inline-start: 4px solid; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin-block-end: .75rem; font-size: .9rem; }
.facts div { display: flex; gap: .4rem; }
.facts dt { color: var(--muted); white-space: nowrap; }
.facts dt::after { content: ':'; }
.facts ul { padding-inline-start: 1.25rem; }
.draft { margin-block-start: 1.5rem; content-visibility: auto; contain-intrinsic-size: auto 60rem; }
.draft table { table-layout: fixed; border: 1px solid var(--line); }
.draft thead th:nth-child(1) { inline-size: 7.5rem; }
.draft thead th:nth-child(4) { inline-size: 24%; }
.draft tbody { border-block-end: 2px solid var(--rule); }
.draft tbody tr:not(:last-child) > * { border-block-end: 1px dashed var(--line); }
.draft tbody th { font-weight: 400; font-size: .85rem; }
.draft tr:target { outline: 3px solid var(--link); outline-offset: -3px; }
.position { display: block; inline-size: fit-content; margin-block-end: .25rem; font-variant-numeric: tabular-nums; color: var(--muted); }
.source p, .target p, .notes bdi { white-space: pre-wrap; overflow-wrap: anywhere; }
.source, .target { font-family: Georgia, 'Liberation Serif', 'Noto Serif', 'Noto Naskh Arabic', 'Geeza Pro', serif; font-size: 1.05rem; }
:lang(ar), :lang(fa), :lang(ur) { line-height: 1.75; }
.headline .source, .headline .target { font-weight: 700; }
.dateline .source, .dateline .target { font-variant-numeric: lining-nums; color: var(--muted); }
.source .previous, .missing { margin-block-start: .4rem; font: .85rem/1.5 system-ui, 'Segoe UI', 'Liberation Sans', sans-serif; color: var(--muted); }
.missing { margin: 0; font-style: italic; }

.state { display: inline-block; padding: 0 .5rem; border: 1px solid; border-radius: 1rem; font-size: .8rem; line-height: 1.5; white-space: nowrap; }
.state.pending, .state.failed { color: var(--red); background: var(--red-ground); border-style: dashed; }
.state.stale { color: var(--amber); background: var(--amber-ground); border-style: dashed; }
.state.drafted { color: var(--violet); background: var(--violet-ground); border-style: dotted; }
.state.recalled { color: var(--blue); background: var(--blue-ground); border-style: dotted; }
.state.translated { color: var(--teal); background: var(--teal-ground); }
.state.reviewed, .state.final { color: var(--green); background: var(--green-ground); }
.state.final { font-weight: 700; border-width: 2px; }

mark { color: inherit; background: none; }
mark.term { background: var(--green-ground); border-block-end: 1px dotted var(--green); color: var(--text); }
mark.error { background: var(--red-ground); text-decoration: underline wavy var(--red) 1.5px; text-underline-offset: .2em; color: var(--text); }
mark.warning { background: var(--amber-ground); text-decoration: underline dashed var(--amber) 1.5px; text-underline-offset: .2em; color: var(--text); }
mark.info { background: var(--blue-ground); text-decoration: underline dotted var(--blue) 1.5px; text-underline-offset: .2em; color: var(--text); }
del { color: var(--red); background: var(--red-ground); text-decoration: line-through; }
ins { color: var(--green); background: var(--green-ground); text-decoration: underline; font-weight: 600; }
mark[data-number]::after { content: attr(data-number); margin-inline-start: .1em; font: 700 .65em/1 system-ui, sans-serif; vertical-align: super; }
.control { unicode-bidi: isolate; }
.control::before { content: attr(data-code); padding-inline: .25em; border: 1px solid var(--red); font: .65em ui-monospace, monospace; color: var(--red); }

.notes { font-size: .85rem; line-height: 1.45; overflow-wrap: anywhere; }
.notes > * + * { margin-block-start: .35rem; }
.issues { padding-inline-start: 1.4rem; }
.issues strong { padding-inline: .3rem; border-radius: .2rem; }
.issues .error strong { color: var(--red); background: var(--red-ground); }
.issues .warning strong { color: var(--amber); background: var(--amber-ground); }
.issues .info strong { color: var(--blue); background: var(--blue-ground); }
.accepted { color: var(--muted); }
.names { margin-block: 1.5rem; overflow-wrap: anywhere; }
.provenance { padding: 0; list-style: none; color: var(--muted); }
.provenance li { display: inline; }
.provenance li + li::before { content: ' → '; }
summary { cursor: pointer; color: var(--link); }
details ul, details ol { margin-block-start: .25rem; padding-inline-start: 1rem; }
.proposals ol { padding: 0; list-style: none; }
.proposals ol > li { padding-block: .4rem; border-block-start: 1px solid var(--line); }
.proposals p { margin-block: .2rem; }
.removed { margin-block-start: .75rem; }

@media screen and (max-width: 52rem) {
  html { scroll-padding-top: 1rem; }
  body { padding: 1rem .75rem; }
  #filters { position: static; }
  .draft thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .draft table, .draft tbody, .draft tr, .draft th, .draft td { display: block; inline-size: auto; }
  .draft tr { padding: .6rem .75rem; border-block-end: 1px solid var(--line); }
  .draft th, .draft td, .draft tbody tr:not(:last-child) > * { padding: 0; border: 0; }
  .draft td { margin-block-start: .4rem; }
  .draft td:empty { display: none; }
  .position { display: inline; margin-inline-end: .5rem; }
  .draft .source { color: var(--muted); font-size: .95rem; }
}
@media print {
  @page { margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 9pt; background: none; }
  .source, .target { font-size: 10pt; }
  a { color: inherit; text-decoration: none; }
  .skip, #filters { display: none; }
  nav .scroll { overflow: visible; max-block-size: none; }
  nav th, nav td { padding: .15rem .4rem; white-space: normal; }
  .draft thead th:nth-child(1) { inline-size: 5rem; }
  .draft th, .draft td { padding: .3rem .4rem; }
  .draft { content-visibility: visible; }
  .draft tr { break-inside: avoid; }
  h2, h3, .facts, thead { break-after: avoid; }
  .state { padding-inline: .3rem; }
  article { break-before: page; }
  mark, .state, .issues strong { print-color-adjust: exact; }
  .proposals::details-content, .removed::details-content { content-visibility: visible; block-size: auto; }
  .terms:not([open]) { display: none; }
  .notes { font-size: 8pt; }
}
`;
