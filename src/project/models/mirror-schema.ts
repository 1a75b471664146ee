import * as v from 'valibot';
import { isAllowedAddress } from './address.ts';

const address = v.pipe(
  v.string(),
  v.check(
    isAllowedAddress,
    'must be an https address without a name or a password; http only on this machine (127.0.0.1, localhost)',
  ),
);

/** Where models are got from in place of Mozilla: one address for all, or one for the catalogue and one for the files. */
export const modelMirror = v.pipe(
  v.union(
    [address, v.strictObject({ catalogue: address, files: address })],
    'must be an https address without a name or a password, or two of them: {"catalogue": "…", "files": "…"}',
  ),
  v.description(
    'Where models come from in place of Mozilla: an address under which records.json and the files lie, or both apart',
  ),
);
