/**
 * Why what was told in a difference is not there to read: `disposed` of, for its time was over, or `closed`, for the key
 * that it takes is not here, or it was damaged. Who did what and when is there all the same.
 */
export type WordsLost = "disposed" | "closed";

/** What stands where a name or the name of a file would. */
export const inPlaceOf: Record<WordsLost, Record<"name" | "file", string>> = {
	disposed: { name: "[name disposed of]", file: "[name of file disposed of]" },
	closed: { name: "[name cannot be opened]", file: "[name of file cannot be opened]" },
};
