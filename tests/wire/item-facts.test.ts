import { describe, expect, it } from 'vitest';
import { headerOf, isoTime } from '../../src/wire/item-facts.ts';
import { readWire } from '../../src/wire/read-wire.ts';
import { decoded, textsOf } from './reading.ts';

describe('a time', () => {
  it.each([
    ['2020-10-21T18:00:00+02:00', '2020-10-21T16:00:00Z'],
    ['2020-10-21T18:00:00.250Z', '2020-10-21T18:00:00Z'],
    ['20201021T180000+0200', '2020-10-21T16:00:00Z'],
    ['20201021T180000', '2020-10-21T18:00:00Z'],
    [' 2020-10-21 ', '2020-10-21T00:00:00Z'],
    ['2020-10-21T18:00-03', '2020-10-21T21:00:00Z'],
    ['2020-02-31T10:00:00Z', undefined],
    ['2020-10-21T25:00:00Z', undefined],
    ['demain', undefined],
    ['', undefined],
  ])('%j is %s', (text, expected) => expect(isoTime(text)).toBe(expected));
});

describe('the facts of an item', () => {
  it.each([
    [undefined, 'usable'],
    ['stat:usable', 'usable'],
    ['http://cv.iptc.org/newscodes/pubstatusg2/canceled', 'canceled'],
    ['Cancelled', 'canceled'],
    ['stat:withheld', 'withheld'],
    ['withhold', 'withheld'],
    ['nobody-knows', 'withheld'],
  ])('a status %s is %s', (status, expected) => expect(headerOf({ status }).status).toBe(expected));

  it('an embargo that cannot be read withholds, and does not bring back what is canceled', () => {
    expect(headerOf({ embargo: '' })).toEqual({ status: 'withheld' });
    expect(headerOf({ embargo: 'ce soir' })).toEqual({ status: 'withheld' });
    expect(headerOf({ embargo: 'ce soir', status: 'canceled' })).toEqual({ status: 'canceled' });
  });

  it.each([
    ['1', 1],
    [' 9 ', 9],
    ['0', undefined],
    ['10', undefined],
    ['r', undefined],
  ])('an urgency %j is %s', (urgency, expected) => expect(headerOf({ urgency }).urgency).toBe(expected));
});

describe('a body in lines with a header of its own', () => {
  const item = (members: object) =>
    readWire(decoded(JSON.stringify({ uri: 'urn:x', headline: 'Un port rouvre', ...members })));
  const body_text =
    'ATTENTION - EMBARGO jusqu’à 18h00 ///\nPar Anne KERVELLA\n\nBrest, 3 mai 2021 (DEP) - Le port de Brest a rouvert lundi.\n';

  it('is heeded: its note withholds and is not copy', () => {
    const copy = item({ body_text });
    expect(copy.header).toMatchObject({
      status: 'withheld',
      byline: 'Par Anne KERVELLA',
      note: { text: 'ATTENTION - EMBARGO jusqu’à 18h00 ///' },
    });
    expect(copy.dateline).toMatchObject({ place: 'Brest', date: '2021-05-03' });
    expect(copy.blocks.map(({ reading }) => reading?.text)).toEqual([
      'Un port rouvre',
      'Le port de Brest a rouvert lundi.',
    ]);
  });

  it('does not undo what the metadata say, and its note stands behind theirs', () => {
    const copy = item({ body_text, pubstatus: 'canceled', ednote: 'Annule', byline: 'Par Jo Le Bris' });
    expect(copy.header).toMatchObject({ status: 'canceled', byline: 'Par Jo Le Bris' });
    const { text, span } = copy.header.note ?? { text: '' };
    expect(text).toBe('Annule ATTENTION - EMBARGO jusqu’à 18h00 ///');
    expect(copy.raw.slice(span?.start, span?.end)).toBe('Annule');
  });

  it('may break its note over lines, and a headline and a note of JSON may hold line breaks', () => {
    const copy = item({
      headline: 'Un port 😀\r\n rouvre\u0001 ',
      ednote: 'A\tB',
      body_text: body_text.replace('EMBARGO ', 'EMBARGO\n'),
    });
    expect(copy.header).toMatchObject({ headline: 'Un port 😀 rouvre', status: 'withheld' });
    expect(copy.header.note?.text).toBe('A B ATTENTION - EMBARGO jusqu’à 18h00 ///');
  });

  it('keeps paragraphs that a wire has wrapped together', () => {
    const lines = ['Le port de Brest a rouvert lundi matin après', 'deux jours de tempête et de vent.'];
    const copy = item({ body_text: lines.join('\r\n') });
    expect(copy.blocks.at(-1)?.reading?.text).toBe(lines.join(' '));
    expect(textsOf(copy).at(-1)).toBe(lines.join(' '));
  });
});

describe('HTML inside another format', () => {
  const body = 'Le port.<br>Il a rouvert &amp; ferm&eacute.<p>Fin <b>du <i>jour</b></i>.';
  const paragraphs = ['Le port. Il a rouvert & fermé.', 'Fin du jour.'];

  it.each([
    ['ninjs 3', JSON.stringify({ uri: 'urn:x', bodies: [{ contentType: 'text/html', value: body }] })],
    ['ninjs with a body of HTML', JSON.stringify({ uri: 'urn:x', body_html: body })],
    [
      'NewsML-G2',
      `<newsItem guid="a"><contentSet><inlineData contenttype="text/html"><![CDATA[${body}]]></inlineData></contentSet></newsItem>`,
    ],
  ])('%s need not be well-formed', (_, raw) => {
    const copy = readWire(decoded(raw));
    expect(copy.blocks.map(({ reading }) => reading?.text)).toEqual(paragraphs);
    const [first] = copy.blocks;
    expect(first?.spans.map(({ start, end }) => raw.slice(start, end))).toEqual([
      'Le port.',
      'Il a rouvert &amp; ferm&eacute.',
    ]);
  });
});

describe('a dateline of its own', () => {
  const nitf = (head: string) =>
    readWire(
      decoded(
        `<nitf><body><body.head>${head}</body.head><body.content><p>Le port a rouvert.</p></body.content></body></nitf>`,
      ),
    );

  it('that does not read as one is a paragraph above the text', () => {
    const copy = nitf('<dateline><location>Brest</location></dateline>');
    expect(copy.dateline).toBeUndefined();
    expect(textsOf(copy)).toEqual(['Brest', 'Le port a rouvert.']);
  });

  it('leaves what stands behind it to the text', () => {
    const copy = nitf('<dateline>Brest, 3 mai (DEP) - Reportage</dateline>');
    expect(copy.dateline).toMatchObject({ place: 'Brest', date: '--05-03' });
    expect(textsOf(copy)).toEqual(['Reportage', 'Le port a rouvert.']);
  });
});

describe('the keyword line of ANPA 1312', () => {
  const message = (priority: string, keyword: string, text = '\tLe port.\r\n') =>
    readWire(
      decoded(
        `\u0016\u0016\u0001a0231\u001f\r\n${priority} i\u0013\u0011 ${keyword} 10-21 0231\r\n\u0002${text}\u0003`,
      ),
    );

  it.each([
    ['bc-port', 'usable'],
    ['bc-port, kill', 'canceled'],
    ['bc-port, Mandatory Kill', 'canceled'],
    ['bc-port, hold', 'withheld'],
    ['bc-kill-bill', 'usable'],
    ['bc-household', 'usable'],
  ])('%s: %s', (keyword, status) => expect(message('u', keyword).header.status).toBe(status));

  it.each([
    ['f', 1],
    ['B', 2],
    ['u', 3],
    ['r', 4],
    ['d', 5],
    ['a', undefined],
  ])('a priority %s is %s', (priority, urgency) =>
    expect(message(priority, 'bc-port').header.urgency).toBe(urgency),
  );

  it('copy without tabs is read as plain text is', () => {
    const copy = message(
      'u',
      'bc-port',
      'Le port de Brest a rouvert lundi matin après\r\ndeux jours de vent.\r\n\r\nIl a plu.\r\n',
    );
    expect(copy.blocks.map(({ reading }) => reading?.text)).toEqual([
      'Le port de Brest a rouvert lundi matin après deux jours de vent.',
      'Il a plu.',
    ]);
  });
});

describe('the metadata of Markdown', () => {
  it('an embargo that says no time withholds, and a status nobody knows too', () => {
    const read = (line: string) => readWire(decoded(`---\ntitle: Un port\n${line}\n---\nLe port.\n`)).header;
    expect(read('embargo: ce soir').status).toBe('withheld');
    expect(read('embargo:').status).toBe('withheld');
    expect(read('status: draft').status).toBe('withheld');
    expect(read('embargo: 2024-06-11T18:00:00+02:00 # heure de Paris')).toMatchObject({
      status: 'usable',
      embargo: '2024-06-11T16:00:00Z',
    });
  });
});
