import type { Block, Copy } from '../model/copy.ts';
import type { Header } from '../model/dispatch.ts';
import type { Span } from '../model/span.ts';
import { type AnpaParagraph, anpaText } from './anpa-text.ts';
import type { Decoded } from './decode.ts';
import { isByline } from './header-line.ts';
import { itemCopy, itemOfLines } from './item-copy.ts';
import { headerOf } from './item-facts.ts';
import { isNote, itemOfPage } from './item-of-page.ts';
import { readingBlock } from './markup-blocks.ts';
import { carrierOf, messageHeader, messageText, withoutControls } from './message-envelope.ts';
import { refuseAt } from './refuse-at.ts';
import { keywordFacts } from './story-key.ts';
import type { ReadOptions, WireFormat } from './wire-format.ts';

/**
 * ANPA 1312, the wire format of North American newspapers: SOH and a line with the service letter and the number of the story; a line
 * with priority, category, keyword, date and count of words; the text between STX and ETX.
 */
export const anpa1312: WireFormat = {
  name: 'anpa-1312',
  detects: (raw) => messageStart(raw) !== undefined,
  read,
};

/** In UTF-16 units: how long both lines of the header may be. */
const longestHeader = 400;

/** Service letter and number, and behind the unit separator what the sender routes by. */
const firstLine = /^(?<service>\p{L})(?<number>\d{3,4})\p{Cc}[^\r\n]{0,60}$/u;

/** Priority, category, format, keyword with a version, month and day, count of words. Two controls say how the text is set. */
const secondLine =
  /^(?<priority>\p{L})\s?(?<category>\p{L})[\s\p{Cc}]{1,5}(?<keyword>\S.{0,150}?)\s{1,3}\d{1,2}-\d{1,2}\s{1,3}\d{1,5}\s{0,3}$/u;

/** Flash, bulletin, urgent, regular, deferred; other letters tell a day, and no urgency. */
const urgencies = new Map([
  ['f', '1'],
  ['b', '2'],
  ['u', '3'],
  ['r', '4'],
  ['d', '5'],
]);

type MessageStart = { readonly facts: Header; readonly header: Span };

function messageStart(raw: string): MessageStart | undefined {
  const header = messageHeader(raw, longestHeader);
  if (!header) return undefined;
  const lines = raw.slice(header.start, header.end).split(/\r\n|\n|\r/u);
  const [first, second, ...others] = lines.filter((line) => withoutControls(line) !== '');
  const { service, number } = firstLine.exec(first ?? '')?.groups ?? {};
  const { priority, keyword } = secondLine.exec(second ?? '')?.groups ?? {};
  if (!service || !number || !priority || !keyword || others.length > 0) return undefined;
  const facts = headerOf({
    status: statusOf(keyword),
    urgency: urgencies.get(priority.toLowerCase()),
    itemId: `${service}${number}`,
  });
  return { facts: { ...facts, isMessageId: true, ...keywordFacts(keyword) }, header };
}

/** A kill and a hold stand in the keyword as the version of a story does. */
function statusOf(keyword: string): 'canceled' | 'withheld' | undefined {
  if (/(?:^|[\s,])kill(?:$|[\s,])/iu.test(keyword)) return 'canceled';
  return /(?:^|[\s,])(?:hold|withhold)(?:$|[\s,])/iu.test(keyword) ? 'withheld' : undefined;
}

function read(decoded: Decoded, options: ReadOptions): Copy {
  const { raw } = decoded;
  const start = messageStart(raw);
  if (!start) {
    const message =
      'no message of ANPA 1312: it begins with SOH, a line such as “a0231␟”, a line such as “u i bc-barrage 10-21 0231”, and STX';
    return refuseAt(raw, 0, message);
  }
  const { facts } = start;
  const inside = messageText(raw, start.header);
  const { paragraphs, lines, slug } = anpaText(raw, inside);
  const status = facts.status === 'usable' ? (statusOf(slug ?? '') ?? facts.status) : facts.status;
  const known = { header: { ...facts, status } };
  const item =
    paragraphs.length > 0
      ? itemOfPage({ ...known, body: blocksOf(paragraphs) })
      : itemOfLines(known, lines, options);
  const carrier = carrierOf(raw, inside, slug, item.header.carrier);
  return itemCopy(decoded, { ...item, header: { ...item.header, carrier } });
}

/** What stands by itself above the first paragraph is a headline, but for notes and bylines. */
function blocksOf(paragraphs: readonly AnpaParagraph[]): Block[] {
  const first = paragraphs.findIndex(({ isFlush }) => !isFlush);
  return paragraphs.flatMap(({ reading }, at) => {
    const isHeadline = at < first && !isByline(reading.text) && !isNote(reading.text);
    return readingBlock(isHeadline ? 'headline' : 'body', reading) ?? [];
  });
}
