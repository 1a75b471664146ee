/** One direction of Firefox's offline models, as it lies on this machine. Paths are absolute. */
export type OfflineModel = {
  /** Languages as Firefox names them: `fr`, `en`, `zh-Hans`. One of the two is mostly `en`. */
  readonly source: string;
  readonly target: string;
  /** As its catalogue has it: `2.1`. */
  readonly version: string;
  /** `tiny`, `base`, `base-memory`, where it is known. */
  readonly architecture?: string;
  /** The weights, a Marian `.bin`. */
  readonly weights: string;
  /** SentencePiece vocabularies: one file for both but for Chinese, Japanese and Korean. */
  readonly sourceVocabulary: string;
  readonly targetVocabulary: string;
  /** The lexical shortlist; it makes decoding faster. */
  readonly shortlist?: string;
};
