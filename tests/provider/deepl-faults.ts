import type { ServerResponse } from 'node:http';
import { type TagDamage, tagDamages } from './tag-damage.ts';
import { actOutOnWire, type WireFault } from './wire-faults.ts';

/** What goes wrong with a request to DeepL. Those that DeepL alone has are answers that fit nothing. */
export type Fault =
  | WireFault
  | { readonly kind: 'tags'; readonly damage: TagDamage }
  | {
      readonly kind: 'no-object' | 'truncated' | 'duplicated' | 'extra' | 'misordered' | 'empty';
    };

/** Answers a request with a fault in place of the translations. */
export function actOut(
  fault: Fault,
  translations: readonly { readonly text: string }[],
  response: ServerResponse,
): void {
  switch (fault.kind) {
    case 'no-object':
      response.end('null');
      break;
    case 'tags':
      json(response, 200, {
        translations: translations.map((one) => ({ ...one, text: tagDamages[fault.damage](one.text) })),
      });
      break;
    case 'truncated':
      json(response, 200, { translations: translations.slice(0, -1) });
      break;
    case 'duplicated':
      json(response, 200, { translations: [...translations.slice(0, 1), ...translations] });
      break;
    case 'extra':
      json(response, 200, { translations: [...translations, { text: 'Nobody asked.' }] });
      break;
    case 'misordered':
      json(response, 200, { translations: translations.toReversed() });
      break;
    case 'empty':
      json(response, 200, { translations: translations.map((one) => ({ ...one, text: '' })) });
      break;
    default:
      actOutOnWire(fault, () => JSON.stringify({ translations }), response);
  }
}

export function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
