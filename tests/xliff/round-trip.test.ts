import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnits, type Draft, type Master, type Unit } from '../../src/model/draft.ts';
import { readMaster } from '../../src/xliff/read-master.ts';
import { writeMaster } from '../../src/xliff/write-master.ts';
import { draft as arbitraryDraft } from './arbitrary-draft.ts';
import { exampleDraft } from './example-draft.ts';

/** What a master must keep of a draft. */
function masterOf(draft: Draft): Master {
  return {
    id: draft.dispatch.id,
    source: draft.dispatch.locale,
    target: draft.locale,
    version: draft.dispatch.version,
    ...(draft.dispatch.header.status === 'canceled' && { canceled: true as const }),
    units: allUnits(draft).map(({ segment, target, accepted }) => ({
      id: segment.id,
      source: segment.text,
      target,
      ...(accepted && { accepted }),
    })),
    removed: draft.removed,
    ...(draft.order && { order: draft.order }),
  };
}

/** The draft as the next run makes it from its master: targets from the file, all else found anew. */
function rejoined(draft: Draft, master: Master): Draft {
  const kept = new Map(master.units.map((each) => [each.id, each.target]));
  const join = (unit: Unit): Unit => ({ ...unit, target: kept.get(unit.segment.id) ?? { state: 'pending' } });
  return {
    ...draft,
    ...(draft.dateline && { dateline: join(draft.dateline) }),
    units: draft.units.map(join),
    removed: master.removed,
  };
}

describe('a master', () => {
  it('has the shape of the golden file, to the byte', () => {
    const golden = readFileSync(new URL('golden/brevine-port.xlf', import.meta.url), 'utf8');
    expect(writeMaster(exampleDraft())).toBe(golden);
  });

  it('gives back every target, with all that is known of it, and what was removed', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        expect(readMaster(writeMaster(draft))).toEqual(masterOf(draft));
      }),
      { numRuns: 300 },
    );
  });

  it('is written to the same bytes from what was read', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const written = writeMaster(draft);
        expect(writeMaster(rejoined(draft, readMaster(written)))).toBe(written);
      }),
    );
  });

  it('is the same document with other line ends, quotes, references and comments', () => {
    fc.assert(
      fc.property(arbitraryDraft, (draft) => {
        const written = writeMaster(draft);
        const rewritten = written
          .replace(/\n/gu, '\r\n')
          .replace(/ state="(\w+)"/gu, " state='$1'")
          .replace(/é/gu, '&#xE9;')
          .replace(/<target xml:space="preserve">/gu, '$&<!-- a tool was here -->');
        expect(readMaster(rewritten)).toEqual(masterOf(draft));
      }),
    );
  });
});
