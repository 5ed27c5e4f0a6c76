/** Every address in one place: routes match these, pages and mails fill them in. */
export const paths = {
	myWork: "/",
	differences: "/differences",
	businessUnit: "/business-unit",
	signIn: "/sign-in",
	signOut: "/sign-out",
	rehearsal: "/rehearsal",
	mailbox: "/rehearsal/mailbox",
	accessibility: "/accessibility",
	health: "/health",
} as const;
