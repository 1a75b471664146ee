import type { Header } from '../model/dispatch.ts';

/** What the metadata of an item say of it, as they are written. */
export type ItemFacts = {
  readonly status?: string | undefined;
  /** Not to be published before this time; blank: until further notice. */
  readonly embargo?: string | undefined;
  readonly urgency?: string | undefined;
  readonly itemId?: string | undefined;
  readonly itemVersion?: string | undefined;
  readonly language?: string | undefined;
  readonly carrier?: string | undefined;
  readonly byline?: string | undefined;
  readonly storyKey?: string | undefined;
  /** What signals or elements of the format say of earlier versions. */
  readonly update?: Header['update'] | undefined;
};

/**
 * The facts of an item as the header has them; what is blank or out of range is left out. An embargo whose time cannot be read, and a status
 * that is not known, withhold the item: it is better late than early.
 */
export function headerOf(facts: ItemFacts): Header {
  const { status, embargo, urgency, itemId, itemVersion, language, carrier, byline } = facts;
  const { storyKey, update } = facts;
  const until = embargo === undefined ? undefined : isoTime(embargo);
  const known = statusOf(status);
  const level = /^\s*([1-9])\s*$/u.exec(urgency ?? '')?.[1];
  return {
    ...written({ carrier, byline }),
    status: embargo !== undefined && until === undefined && known === 'usable' ? 'withheld' : known,
    ...(until !== undefined && { embargo: until }),
    ...(level !== undefined && { urgency: Number(level) }),
    ...written({ itemId, itemVersion, storyKey, language }),
    ...(update && { update }),
  };
}

/** A code of IPTC (`stat:canceled`, the last part of an address) or the word alone. */
function statusOf(code: string | undefined): Header['status'] {
  const word = (code ?? '').trim().toLowerCase().split(/[:/]/u).at(-1) ?? '';
  if (word === '' || word === 'usable') return 'usable';
  return /^cancell?ed$/u.test(word) ? 'canceled' : 'withheld';
}

/** The texts that are not blank, each on one line. */
function written<Name extends string>(texts: Readonly<Record<Name, string | undefined>>) {
  const kept: Partial<Record<Name, string>> = {};
  for (const name in texts) {
    const text = texts[name]?.replace(/[\s\p{Cc}]+/gu, ' ').trim() ?? '';
    if (text !== '') kept[name] = text;
  }
  return kept;
}

/**
 * A time in UTC: `2020-10-21T18:00:00+02:00`, or the short form of NITF, `20201021T180000+0200`. A time without a zone is in UTC.
 *
 * @returns `2020-10-21T16:00:00Z`, or nothing for what is no time
 */
export function isoTime(text: string): string | undefined {
  const parts = time.exec(text.trim())?.groups;
  if (!parts) return undefined;
  const { year, month, day, hour = '00', minute = '00', second = '00', sign, zoneHour, zoneMinute } = parts;
  const zone = sign === undefined ? 'Z' : `${sign}${zoneHour}:${zoneMinute ?? '00'}`;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  if (Number.isNaN(at) || isNotInCalendar(`${year}-${month}-${day}`)) return undefined;
  return new Date(at).toISOString().replace(/\.\d+Z$/u, 'Z');
}

const time =
  /^(?<year>\d{4})-?(?<month>\d\d)-?(?<day>\d\d)(?:T(?<hour>\d\d):?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,]\d{1,9})?)?(?:Z|(?<sign>[+-])(?<zoneHour>\d\d):?(?<zoneMinute>\d\d)?)?)?$/u;

/** Some engines read 31 February as a day in March. */
function isNotInCalendar(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(day);
}
