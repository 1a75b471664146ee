import type { Target } from '../../model/draft.ts';
import type { Origin, Provenance, Step } from '../../model/provenance.ts';
import { type Content, element, type Html } from './html.ts';

/** Where a text comes from and what was done to it since, in order: its origin, its steps, the person who signs for it. */
export function provenanceLine({ origin, steps }: Provenance, signed?: Content): Html {
  const parts = [originWords(origin), ...steps.map(stepWords), ...(signed === undefined ? [] : [signed])];
  return element(
    'ol',
    { class: 'provenance', role: 'list' },
    parts.map((part) => element('li', {}, part)),
  );
}

/** Who took a text how far, where a person did; for what the memory filled, how well it fits. */
export function signature(target: Target): Content {
  switch (target.state) {
    case 'translated':
      return act('translated by', target.by, target.at);
    case 'reviewed':
      return act('reviewed by', target.by, target.at);
    case 'final':
      return act('signed off by', target.by, target.at);
    case 'stale':
      return act(`${target.was}, for an earlier wording, by`, target.by, target.at);
    case 'recalled':
      return `${target.match} match`;
    case 'pending':
    case 'failed':
    case 'drafted':
    case 'absorbed':
      return undefined;
    default:
      return target satisfies never;
  }
}

function originWords(origin: Origin): Content {
  switch (origin.kind) {
    case 'machine': {
      const model = origin.model === undefined ? [] : [' (', element('bdi', {}, origin.model), ')'];
      const gist = origin.gist ? [', for gist only'] : [];
      return ['machine: ', element('bdi', {}, origin.provider), ...model, ...gist];
    }
    case 'memory':
      return 'translation memory';
    case 'human':
      return ['written by ', element('bdi', {}, origin.by)];
    case 'rule':
      return ['rule: ', element('bdi', {}, origin.rule)];
    default:
      return origin satisfies never;
  }
}

const acts = {
  recalled: 'recalled from',
  repaired: 'repaired by',
  edited: 'edited by',
  accepted: 'accepted by',
  marked: 'marked for work by',
} as const satisfies Record<Step['did'] | 'marked', string>;

function stepWords({ did, by, at }: Step): Content {
  const [, guard, concept = '', words] = did === 'repaired' ? (guardStep.exec(by) ?? []) : [];
  if (guard === undefined) return act(acts[did], by, at);
  if (concept === 'given-up') return `sent once more, without ${guard === 'tag' ? 'tags' : 'placeholders'}`;
  const told: Content[] =
    words === undefined ? ['put in from the glossary: '] : ['“', element('bdi', {}, words), '” stands for '];
  return [...told, element('bdi', {}, concept)];
}

/** What became of a name that was sent in a placeholder (`shield:lavrov`) or in a tag (`tag:lavrov`, `tag:lavrov=Serge Lavroff`). */
const guardStep = /^(shield|tag):([^=]+)(?:=(.*))?$/su;

function act(words: string, by: string, at: string | undefined): Content {
  return [`${words} `, element('bdi', {}, by), ...(at === undefined ? [] : [', ', day(at)])];
}

/** The day of a moment; what is no moment of ISO 8601 is shown as it is. */
function day(at: string): Html {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/u.test(at)
    ? element('time', { datetime: at, title: at }, at.slice(0, 10))
    : element('bdi', {}, at);
}
