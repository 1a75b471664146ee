import type { Check, Example } from '../../src/check/check.ts';
import { datelineId } from '../../src/model/dispatch.ts';
import type { Target, Unit } from '../../src/model/draft.ts';
import type { Issue } from '../../src/model/issue.ts';
import type { Locale } from '../../src/model/locale.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';

/** One unit: the locale it goes to, its source in French (or as `from` says), its target, and what else it takes. */
export type Fixture = readonly [
  to: Locale,
  source: string,
  target: string | Target,
  from?: Locale,
  beside?: Beside,
];

/** Whether it is the unit of the dateline, the units before it in its draft (a source and a target each), and what is known of its quotations. */
export type Beside = {
  readonly dateline?: boolean;
  readonly units?: readonly (readonly [source: string, target: string])[];
  readonly rendered?: NonNullable<Example['rendered']>;
};

/** What must raise a check, and what must not: at least five of each, in three languages or more. */
export type Fixtures = {
  readonly raises: readonly Fixture[];
  readonly silent: readonly Fixture[];
  /** The languages that can raise it, where they are fewer than three. */
  readonly languages?: readonly string[];
};

export function unitOf([, source, target, , beside]: Fixture): Unit {
  const origin = { kind: 'machine', provider: 'scripted' } as const;
  return {
    segment: { id: beside?.dateline ? datelineId : 's0000', spans: [], text: source },
    target:
      typeof target === 'string'
        ? { state: 'drafted', text: target, provenance: { origin, steps: [] } }
        : target,
    matches: [],
    terms: [],
    issues: [],
    ...(beside?.rendered && {
      quotations: beside.rendered.map(([words, ...renderings]) => {
        const start = source.indexOf(words);
        const known = renderings.map((rendering) => ({ words: rendering, from: 'locales/xx/a.xlf' }));
        return { start, end: start + words.length, words, renderings: known };
      }),
    }),
  };
}

/** What a check finds in a fixture, whatever it runs over. */
export function issuesOf(check: Check, fixture: Fixture): readonly Issue[] {
  const [to, , , from = 'fr', beside] = fixture;
  const context = { source: from, target: to, termbase };
  const unit = unitOf(fixture);
  switch (check.over) {
    case 'unit':
      return check.run(unit, context);
    case 'draft': {
      const others = (beside?.units ?? []).map(([source, target]) => unitOf([to, source, target]));
      return check.run([...others, unit], context).get(unit) ?? [];
    }
    default:
      return check satisfies never;
  }
}

const listed = readTermsCsv(`concept,type,lang,term,status,match,forms,note
karabakh,place,fr,Nagorny Karabakh,preferred,forms,,
karabakh,place,fr,Haut-Karabakh,admitted,forms,,
karabakh,place,en,Nagorno-Karabakh,preferred,forms,,
karabakh,place,en,Nagorny Karabakh,forbidden,forms,,
karabakh,place,en,Upper Karabakh,deprecated,forms,,
karabakh,place,de,Bergkarabach,preferred,forms,gen=Bergkarabachs,
karabakh,place,de,Berg-Karabach,forbidden,forms,,
karabakh,place,es,Nagorno Karabaj,preferred,forms,,
karabakh,place,es,Alto Karabaj,admitted,forms,,
karabakh,place,pt,Nagorno-Karabakh,preferred,forms,,
karabakh,place,ar,ناغورني قره باغ,preferred,forms,,
lavrov,person,fr,Sergueï Lavrov,preferred,forms,family=Lavrov,
lavrov,person,en,Sergei Lavrov,preferred,forms,family=Lavrov,
lavrov,person,de,Sergej Lawrow,preferred,forms,gen=Sergej Lawrows|family=Lawrow|family-gen=Lawrows,
lavrov,person,de,Sergei Lavrov,forbidden,forms,family=Lavrov,
lavrov,person,es,Serguéi Lavrov,preferred,forms,family=Lavrov,
lavrov,person,pt,Serguei Lavrov,preferred,forms,family=Lavrov,
lavrov,person,ar,سيرغي لافروف,preferred,forms,family=لافروف,
osce,organisation,fr,OSCE,preferred,exact,,
osce,organisation,en,OSCE,preferred,exact,,
osce,organisation,de,OSZE,preferred,exact,,
osce,organisation,es,OSCE,preferred,exact,,
`);

/** People who are quoted in a language of their own. */
const speakers = readTermsCsv(`concept,type,lang,term,status,match,forms,note,speaks
orlov,person,fr,Igor Orlov,preferred,forms,family=Orlov,,ru
kolb,person,fr,Petra Kolb,preferred,forms,family=Kolb,,de|en
ruiz,person,fr,Ana Ruiz,preferred,forms,family=Ruiz,,es
dupont,person,fr,Claire Dupont,preferred,forms,family=Dupont,,fr|en
`);

export const termbase = createTermbase([...listed, ...speakers]);
