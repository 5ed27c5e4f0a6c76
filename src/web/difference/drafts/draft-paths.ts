/** Where pages send what is typed on them, again and again. */
export const draftPaths = {
	raising: "/drafts/raise",
	act: (difference: string, page: string) => `/drafts/${difference}/${page}`,
} as const;
