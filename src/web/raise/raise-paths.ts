/** The pages of raising a difference, in the order in which they come. */
export const raisePaths = {
	scope: "/raise",
	/** The scope screen also when something was begun: going back to it loses nothing. */
	scopeAgain: "/raise?again=yes",
	notHere: (reason: string) => `/raise/not-here/${reason}`,
	safety: "/raise/safety",
	ringNow: "/raise/ring-now",
	agency: "/raise/agency",
	about: (field: string) => `/raise/about/${field}`,
	check: "/raise/check",
} as const;
