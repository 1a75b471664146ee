import type { Draft, Target, Unit } from '../../src/model/draft.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';

/** A small glossary for the tests of this room: every status, both ways to match, inflected forms, a shared family name. */
export const houseCsv = `concept,type,lang,term,status,match,forms,note
lavrov,person,fr,Sergueï Lavrov,preferred,forms,family=Lavrov,a minister
lavrov,person,en,Sergei Lavrov,preferred,forms,family=Lavrov,
lavrov,person,en,Sergey Lavrov,admitted,forms,family=Lavrov,
lavrov,person,de,Sergej Lawrow,preferred,forms,gen=Sergej Lawrows|family=Lawrow|family-gen=Lawrows,
lavrov,person,de,Sergej Lavrov,admitted,forms,gen=Sergej Lavrovs|family=Lavrov|family-gen=Lavrovs,
lavrov,person,de,Sergueï Lavrov,forbidden,forms,gen=Sergueï Lavrovs,
lavrov,person,es,Serguéi Lavrov,preferred,forms,family=Lavrov,
lavrov,person,pt,Serguei Lavrov,preferred,forms,family=Lavrov,
lavrov,person,ar,سيرغي لافروف,preferred,forms,family=لافروف,
lavrov,person,ar,سيرجي لافروف,admitted,forms,family=لافروف,
ilham-aliev,person,fr,Ilham Aliev,preferred,forms,family=Aliev,
ilham-aliev,person,en,Ilham Aliyev,preferred,forms,family=Aliyev,
heydar-aliev,person,fr,Heydar Aliev,preferred,forms,family=Aliev,
heydar-aliev,person,en,Heydar Aliyev,preferred,forms,family=Aliyev,
karabakh,place,fr,Nagorny Karabakh,preferred,exact,,the region
karabakh,place,fr,Haut-Karabakh,admitted,exact,,
karabakh,place,en,Nagorno-Karabakh,preferred,exact,,
karabakh,place,en,Mountainous Karabakh,deprecated,exact,,
karabakh,place,en,Nagorny Karabakh,forbidden,exact,,
karabakh,place,de,Bergkarabach,preferred,forms,gen=Bergkarabachs|dat=Bergkarabach,
karabakh,place,de,Nagorno-Karabach,admitted,forms,gen=Nagorno-Karabachs|dat=Nagorno-Karabach,
karabakh,place,de,Nagorny Karabach,forbidden,forms,gen=Nagorny Karabachs|dat=Nagorny Karabach,
karabakh,place,es,Nagorno Karabaj,preferred,exact,,
karabakh,place,es,Alto Karabaj,admitted,exact,,
karabakh,place,pt,Nagorno-Karabakh,preferred,exact,,
karabakh,place,pt,Alto Carabaque,deprecated,exact,,
karabakh,place,ar,ناغورني قره باغ,preferred,exact,,
karabakh,place,ar,ناغورني كاراباخ,admitted,exact,,
karabakh-plain,place,fr,Karabakh,preferred,exact,,the wider region
moscow,place,fr,Moscou,preferred,exact,,
moscow,place,en,Moscow,preferred,exact,,
moscow,place,de,Moskau,preferred,forms,gen=Moskaus,
moscow,place,es,Moscú,preferred,exact,,
moscow,place,pt,Moscovo,preferred,exact,,
moscow,place,pt,Moscou,forbidden,exact,,
moscow,place,ar,موسكو,preferred,exact,,
geneva,place,fr,Genève,preferred,exact,,
geneva,place,en,Geneva,preferred,exact,,
geneva,place,de,Genf,preferred,exact,,
geneva,place,es,Ginebra,preferred,exact,,
geneva,place,pt,Genebra,preferred,exact,,
geneva,place,ar,جنيف,preferred,exact,,
russia,place,fr,Russie,preferred,exact,,
russia,place,en,Russia,preferred,exact,,
russia,place,en,Russian Federation,admitted,exact,,
russia,place,de,Russland,preferred,forms,gen=Russlands,
russia,place,de,Russische Föderation,admitted,forms,gen=Russischen Föderation|dat=Russischen Föderation,
united-states,place,fr,États-Unis,preferred,exact,,
united-states,place,en,United States,preferred,exact,,
united-states,place,en,USA,admitted,exact,,
united-states,place,ar,الولايات المتحدة,preferred,exact,,
un,organisation,fr,Nations unies,preferred,exact,,
un,organisation,fr,ONU,admitted,exact,,
un,organisation,en,United Nations,preferred,exact,,
un,organisation,en,UN,admitted,exact,,
un,organisation,ar,الأمم المتحدة,preferred,exact,,
osce,organisation,fr,OSCE,preferred,exact,,
osce,organisation,en,OSCE,preferred,exact,,
osce,organisation,en,Organization for Security and Co-operation in Europe,admitted,exact,,
osce,organisation,de,OSZE,preferred,exact,,
minsk-group,organisation,fr,Groupe de Minsk,preferred,exact,,
minsk-group,organisation,en,Minsk Group,preferred,exact,,
minsk-group,organisation,de,Minsk-Gruppe,preferred,exact,,
afp,organisation,fr,AFP,preferred,exact,,
afp,organisation,ar,فرانس برس,preferred,exact,,
afp,organisation,ar,أ ف ب,admitted,exact,,
fair,event,fr,foire aux Lettres,preferred,exact,,
fair,event,en,Letters fair,preferred,exact,,
fair,event,en,foire of Letters,forbidden,exact,,
foreign-minister,title,fr,ministre des Affaires étrangères,preferred,forms,pl=ministres des Affaires étrangères|adj-pl=ministres russe et turc des Affaires étrangères,
foreign-minister,title,en,foreign minister,preferred,forms,pl=foreign ministers,
foreign-minister,title,en,minister of foreign affairs,admitted,forms,pl=ministers of foreign affairs,
foreign-minister,title,de,Außenminister,preferred,forms,gen=Außenministers|pl=Außenminister|dat-pl=Außenministern,
ministry,title,fr,ministère,preferred,forms,adj=ministère russe|adj=ministère turc,
ministry,title,es,Ministerio,preferred,forms,adj=Ministerio ruso|adj=Ministerio turco,
ministry,title,pt,Ministério,preferred,forms,adj=Ministério russo,
truce,common,fr,trêve,preferred,forms,pl=trêves,
truce,common,en,truce,preferred,forms,pl=truces,
truce,common,ar,هدنة,preferred,exact,,
`;

export const house = createTermbase(readTermsCsv(houseCsv, 'house.csv'));

export function drafted(text: string): Target {
  return {
    state: 'drafted',
    text,
    provenance: { origin: { kind: 'machine', provider: 'scripted' }, steps: [] },
  };
}

export function byPerson(text: string): Target {
  return {
    state: 'reviewed',
    text,
    by: 'Ada',
    provenance: { origin: { kind: 'human', by: 'Ada' }, steps: [] },
  };
}

function unitOf(id: string, source: string, target: Target): Unit {
  return { segment: { id, spans: [], text: source }, target, matches: [], terms: [], issues: [] };
}

/** A French draft of these sentences; a target that is a text was drafted by a machine. */
export function draftOf(
  locale: string,
  pairs: readonly (readonly [source: string, target: string | Target])[],
): Draft {
  const units = pairs.map(([source, target], index) =>
    unitOf(`s${index}`, source, typeof target === 'string' ? drafted(target) : target),
  );
  return {
    dispatch: {
      id: 'story',
      locale: 'fr',
      raw: '',
      encoding: 'utf-8',
      bom: false,
      header: { status: 'usable' },
      paragraphs: [{ id: 'p1', kind: 'body', segments: units.map((unit) => unit.segment) }],
      version: 1,
    },
    locale,
    units,
    removed: [],
  };
}

/** The same draft with a dateline, whose target is pending unless one is given. */
export function withDateline(
  draft: Draft,
  dateline: { place: string; date: string; agency?: string },
  target: Target = { state: 'pending' },
): Draft {
  const { place, date, agency = 'AFP' } = dateline;
  const text = `${place}, ${date} (${agency}) -`;
  return {
    ...draft,
    dispatch: {
      ...draft.dispatch,
      dateline: { text, span: { start: 0, end: text.length }, place, date, agency },
    },
    dateline: unitOf('dateline', text, target),
  };
}
