/** The pages of raising a difference, in the order in which they come. */
export const raisePaths = {
	/** What to do, where there is a choice; else the scope screen. */
	scope: "/raise",
	/** The same also when something was begun: going back to it loses nothing. */
	scopeAgain: "/raise?again=yes",
	/** The scope screen of one way to begin. @param begin see `Offer` */
	begin: (begin: string) => `/raise?again=yes&begin=${begin}`,
	notHere: (reason: string) => `/raise/not-here/${reason}`,
	notHereFrom: (begin: string, reason: string) => `/raise/not-here/${reason}?begin=${begin}`,
	safety: "/raise/safety",
	ringNow: "/raise/ring-now",
	agency: "/raise/agency",
	about: (field: string) => `/raise/about/${field}`,
	check: "/raise/check",
} as const;
