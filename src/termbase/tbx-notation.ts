import type { TermStatus } from './concept.ts';

/** The namespace of TBX version 3 (ISO 30042:2019); version 2 has none. */
export const tbxNamespace = 'urn:iso:std:iso:30042:ed-2';

/** How TBX-Basic rates a term. A forbidden one is out of use for it, and a note of ours says the rest. */
export const administrativeStatus = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
} as const satisfies Record<TermStatus, string>;

/** What other tools write for a rating, without `Term` and `-admn-sts` at its end. */
const ratings = new Map<string, TermStatus>([
  ['preferred', 'preferred'],
  ['standardized', 'preferred'],
  ['legal', 'preferred'],
  ['regulated', 'preferred'],
  ['admitted', 'admitted'],
  ['allowed', 'admitted'],
  ['deprecated', 'deprecated'],
  ['superseded', 'deprecated'],
  ['obsolete', 'deprecated'],
  ['forbidden', 'forbidden'],
  ['notrecommended', 'forbidden'],
]);

/** What a rating in a file means for us; undefined for one that is not known. */
export function statusOf(rating: string): TermStatus | undefined {
  return ratings.get(
    rating
      .trim()
      .replace(/-admn-sts$/iu, '')
      .replace(/Term$/u, '')
      .toLowerCase(),
  );
}

/**
 * Our own fields that TBX-Basic has no category for stand in notes: `depeche:status=forbidden`, `depeche:match=exact`,
 * `depeche:forms=gen=Moskaus|family=Lawrow`, `depeche:valid-until=2019-04-30`; of a concept `depeche:translate=no`, `depeche:speaks=ru|en`. A note of a person that looks like one of them is written as `depeche:note=…`.
 */
const ownNote = /^depeche:(?<field>[a-z-]+)=(?<value>[\s\S]*)$/u;

export type OwnField =
  | 'status'
  | 'match'
  | 'forms'
  | 'note'
  | 'valid-from'
  | 'valid-until'
  | 'translate'
  | 'speaks';

export function formatOwnNote(field: OwnField, value: string): string {
  return `depeche:${field}=${value}`;
}

/** A person's note as it is written. */
export function formatNote(note: string): string {
  return ownNote.test(note) ? formatOwnNote('note', note) : note;
}

/** The field and value of a note of ours; undefined for a note of anybody else. */
export function parseOwnNote(text: string): { readonly field: string; readonly value: string } | undefined {
  const { field, value } = ownNote.exec(text)?.groups ?? {};
  return field === undefined || value === undefined ? undefined : { field, value };
}

/** Ids in XML begin with no digit or hyphen; ours never begin with `_`. */
export function xmlIdOf(concept: string): string {
  return /^[0-9]/u.test(concept) ? `_${concept}` : concept;
}
