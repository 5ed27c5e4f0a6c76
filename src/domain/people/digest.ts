/**
 * How a person is reminded.
 *
 * - `as-they-come`: of each thing when its own reminder is called for.
 * - `each-morning`: of everything that they owe, in one message at the beginning of each working day.
 */
export const digests = ["as-they-come", "each-morning"] as const;
export type Digest = (typeof digests)[number];
