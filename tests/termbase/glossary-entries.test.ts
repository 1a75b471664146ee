import { describe, expect, it } from 'vitest';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { glossaryEntries } from '../../src/termbase/glossary-entries.ts';
import { houseCsv } from './house.ts';

const ample = { entry: 1024, all: 1_000_000 };
const pair = { source: 'fr', target: 'de' };

function entriesOf(csv: string, limits = ample) {
  const header =
    'concept,type,lang,term,status,match,forms,note,source,valid_from,valid_until,translate,speaks\n';
  const { entries, left } = glossaryEntries(readTermsCsv(header + csv, 'terms.csv'), pair, limits);
  return { entries: Object.fromEntries(entries), left };
}

describe('glossaryEntries', () => {
  it('has every term of the source with the preferred one, and no inflected, admitted or wrong form of it', () => {
    const { entries } = glossaryEntries(readTermsCsv(houseCsv, 'house.csv'), pair, ample);
    expect(entries.get('Nagorny Karabakh')).toBe('Bergkarabach');
    expect(entries.get('Haut-Karabakh')).toBe('Bergkarabach');
    expect(entries.get('Lavrov')).toBe('Lawrow');
    expect([...entries.values()]).not.toContain('Bergkarabachs');
    expect([...entries.values()]).not.toContain('Sergej Lavrov');
    expect([...entries.values()]).not.toContain('Sergueï Lavrov');
    expect([...entries.keys()]).toEqual([...entries.keys()].toSorted());
  });

  it('leaves out a term that is right on some days only', () => {
    expect(
      entriesOf(
        'a,place,fr,Astana,preferred,exact,,,,,,,\na,place,de,Nursultan,preferred,exact,,,,2019-03-23,2022-09-17,,\n',
      ).entries,
    ).toEqual({});
  });

  it('leaves out what two concepts share and render differently, and keeps what they render alike', () => {
    const rows = (second: string) =>
      `a,person,fr,Ilham Aliev,preferred,forms,family=Aliev,,,,,,\na,person,de,Ilham Alijew,preferred,forms,family=Alijew,,,,,,\n` +
      `b,person,fr,Heydar Aliev,preferred,forms,family=Aliev,,,,,,\nb,person,de,Heydar ${second},preferred,forms,family=${second},,,,,,\n`;
    expect(entriesOf(rows('Alijev')).entries).toEqual({
      'Heydar Aliev': 'Heydar Alijev',
      'Ilham Aliev': 'Ilham Alijew',
    });
    expect(entriesOf(rows('Alijew')).entries).toMatchObject({ Aliev: 'Alijew' });
  });

  it('has what is not translated beside itself', () => {
    expect(entriesOf('a,organisation,fr,Le Monde,preferred,exact,,,,,,no,\n').entries).toEqual({
      'Le Monde': 'Le Monde',
    });
  });

  it('has no entry that is too long or cannot stand in a line, and counts it', () => {
    const long = 'é'.repeat(513);
    const rows = `a,place,fr,${long},preferred,exact,,,,,,,\na,place,de,Lang,preferred,exact,,,,,,,\nb,place,fr,Bonn,preferred,exact,,,,,,,\nb,place,de,Bonn,preferred,exact,,,,,,,\n`;
    expect(entriesOf(rows)).toEqual({ entries: { Bonn: 'Bonn' }, left: 1 });
  });

  it('keeps names where not all of it fits', () => {
    const rows =
      'a,common,fr,accord,preferred,exact,,,,,,,\na,common,de,Abkommen,preferred,exact,,,,,,,\n' +
      'b,place,fr,Zurich,preferred,exact,,,,,,,\nb,place,de,Zürich,preferred,exact,,,,,,,\n';
    expect(entriesOf(rows, { entry: 1024, all: 18 })).toEqual({ entries: { Zurich: 'Zürich' }, left: 1 });
    expect(entriesOf(rows).left).toBe(0);
  });
});
