/** The identifiers of the partnerships that a rehearsal makes: every other is of real people. */
const invented: readonly string[] = [
	"76f9df77-e8af-8b0c-8ad8-b2924689dc8f",
	"7570d9eb-0dd0-8c1b-8df9-04292c4f13ff",
];

/** Whether a partnership is one that a rehearsal makes. @param id its identifier */
export const isInvented = (id: string): boolean => invented.includes(id);
