/** A link in the service navigation. */
export type NavigationItem = {
	text: string;
	href: string;
	/** Addresses of pages that belong to it and do not begin with its own. */
	leadsTo?: readonly string[];
};

/** Whom to ring, as the protocol says it: "If a child is in immediate danger", "999". */
export type SafetyContact = {
	if: string;
	call: string;
	name?: string | undefined;
};

/** What surrounds a page: known for each request before the page is. */
export type PageFrame = {
	/** The partnership's name, or undefined before it is known which one it is. */
	partnership: string | undefined;
	/** At the head of the page instead of the partnership's name. */
	logoText?: string | undefined;
	/** Of the head of the page, `#rrggbb`; Concord's own where there is none. */
	colour?: string | undefined;
	/** Who helps people with Concord: who they are, and how they are reached. */
	help?: string | undefined;
	/** Whom to ask about a difference, and whom to tell when something went to the wrong place; each reached as `help` is. */
	contacts?: { office?: string | undefined; dataProtection?: string | undefined } | undefined;
	/** Whoever is signed in; `byLink` who has no account, and so no settings. */
	person: { name: string; agency: string; hasOtherPosts?: boolean; byLink?: boolean } | undefined;
	/** When they are signed out: an ISO instant, and after so many minutes without asking for anything. */
	session?: { until: string; idleMinutes: number } | undefined;
	/** When everything is made up: the time that the partnership lives in, once it is known which. */
	rehearsal: { now: Temporal.ZonedDateTime | undefined } | undefined;
	/** Empty on pages that nobody has to sign in for and that have nowhere to go. */
	navigation: readonly NavigationItem[];
	/** The address of this page without its query: marks where one is in the navigation. */
	path: string;
	/** The same with its query, where it was asked for by its address. */
	address?: string;
	/** Whether its reader may choose Welsh. */
	offersWelsh?: boolean;
	/** Whether a form that is sent to this address can be shown again, as typed, in the other language. */
	showsFormAgain?: boolean;
	/** Set when a form was drawn in which something may be written that is not shown again. */
	isWrittenOn?: boolean;
	/** The area's emergency contacts. */
	safety: readonly SafetyContact[];
	/** What every form sends back as `_csrf`, to show that it came from this page. */
	readonly csrfToken: string;
	/** What a script of this page must carry to be run. */
	cspNonce: string;
	/** Addresses of the style sheet, the script and the icon. */
	assets: { style: string; script: string; icon: string };
};
