// Written by tools/api-client.ts from the OpenAPI document: change nothing here.
import { type Answered, ask, type Options } from "./request.ts";

export { type Answered, ConcordProblem, eachPage, type Options, type ProblemSaid } from "./request.ts";

/** By the type of its question: a text, an option, a day (2026-03-26), a moment (2026-03-26T14:15, local), a time (14:15) or a number in digits as a string; options and themes as a list; a person or an agency as `{id}` or `{name}`; children, adults, members, actions and tables as a list of rows. */
export type Answer = string | string[] | {
	id: string;
	name?: string;
} | {
	name: string;
} | ({
	id: string;
	name?: string;
} | {
	name: string;
})[] | {
	name: string;
	dateOfBirth: string;
	identifier: string;
	unborn?: boolean;
	age?: string;
	birthUnknown?: boolean;
	facts?: Record<string, string>;
}[] | {
	what: string;
	who: string;
	by: string;
}[] | {
	who: {
		id: string;
	} | {
		name: string;
	};
	agency: string;
	agencyName?: string;
	as: string;
	interest: string;
}[] | Record<string, string>[];

/** Answers by the field that each is to. */
export type Answers = Record<string, Answer>;

/** What an act asks, and how it can end. */
export type AskedAct = {
	difference: string;
	id: string;
	title: string;
	/** Whether it is yours to do now. */
	open: boolean;
	/** Asked however it ends, but where `blank` says not. */
	questions: Question[];
	outcomes: {
		outcome: string;
		says: string;
		/** The questions above are not asked then. */
		blank: boolean;
		/** Asked only where it ends so. */
		questions: Question[];
	}[];
	/** Sent to be attached, and not attached yet. */
	files: {
		id: string;
		name: string;
		size: number;
		state: string;
	}[];
};

export type AskedToPutRight = {
	difference: string;
	title: string;
	choice: {
		label: string;
		options: {
			value: string;
			text: string;
		}[];
		needed: boolean;
	} | null;
	questions: Question[];
};

/** What a date is: a limit that is missed, a target, or a window for what may be done. */
export type Binding = "limit" | "target" | "window";

/** What was learned, on one page, in words that name nobody. */
export type Briefing = {
	id: string;
	title: string;
	state: "draft" | "approved" | "withdrawn";
	approvedAt: string | null;
	sections: {
		heading: string;
		text: string;
	}[];
};

/** A difference as its reader sees it: what they may not know is not in it. */
export type Difference = {
	id: string;
	reference: string;
	protocol: {
		id: string;
		version: string;
		title: string;
	};
	raising: string;
	receiving: string | null;
	/** The sides on which you see it, as what you read. */
	sides: string[];
	/** An instant in UTC. */
	raisedAt: string;
	status: "open" | "ended";
	stage: {
		id: string;
		title: string;
	};
	ending: {
		id: string;
		title: string;
		/** An instant in UTC. */
		at: string;
	} | null;
	/** The child is said not to be safe now. */
	notSafe: boolean;
	owed: {
		step: string;
		title: string;
		side: string;
		/** An instant in UTC. */
		openedAt: string;
		/** To whom it was given. */
		person: PersonNamed | null;
		/** Who is asked for it; nobody of another side is named. */
		asked: PersonNamed[];
	}[];
	clocks: {
		clock: string;
		title: string;
		state: "running" | "paused" | "ran-out" | "met" | "met-late" | "dropped";
		binding: Binding;
		/** An instant in UTC. */
		dueAt: string;
		/** A day in the United Kingdom. */
		day: string;
		/** The rule as it was applied. */
		why: string;
		/** An instant in UTC. */
		from: string;
		provisional: boolean;
	}[];
	answers: Record<string, {
		label: string;
		answer: Answer;
		says: string;
		/** An instant in UTC. */
		at: string;
		entry: number;
	}>;
	acts: OpenAct[];
	record: Entry[];
	continues: string | null;
	continuedBy: string | null;
	/** Why words are missing; null where none are. */
	wordsLost: string | null;
};

export type DifferenceListed = {
	id: string;
	reference: string;
	raising: string;
	receiving: string | null;
	/** The side on which you see it. */
	side: string;
	/** Whom it is about, as the partnership’s lists say it: their names, or their initials. */
	about: string[];
	status: "open" | "ended";
	stage: string;
	ending: string | null;
	themes: string[];
	nextDueAt: string | null;
	binding: Binding | null;
	notSafe: boolean;
	/** When something happened in it that you may read. */
	changedAt: string;
};

export type Done = {
	difference: string;
	/** The number of its entry in the record. */
	entry: number;
};

/** When something is due, and why. */
export type DueDate = {
	/** An instant in UTC. */
	due: string;
	/** A day in the United Kingdom. */
	day: string;
	rule: string;
	/** An instant in UTC. */
	start: string;
	/** The day counted from. */
	dayZero: string;
	counted: string[];
	skipped: {
		/** A day in the United Kingdom. */
		day: string;
		name: string;
	}[];
	calendar: string;
	version: string;
	provisional: boolean;
};

/** What happened, as its reader may know it. */
export type Entry = {
	/** Its number in the record. */
	entry: number;
	/** An instant in UTC. */
	at: string;
	type: string;
	says: string;
	/** Null where Concord did it, such as when time ran out. */
	by: {
		/** Null for whoever is not in the directory. */
		person: PersonNamed | null;
		name: string;
		side: string;
	} | null;
	/** The token by which a program did it. */
	through: string | null;
	answers: Record<string, Answer>;
	files: FileSent[];
};

/** A file that waits to be sent with what is done there. */
export type FileKept = {
	id: string;
	name: string;
	type: string;
	size: number;
	sha256: string;
	state: string;
};

export type FileSent = {
	id: string;
	name: string;
	type: string;
	/** In bytes. */
	size: number;
	sha256: string;
};

export type FormOnPaper = {
	title: string;
	/** When you received it, who did what on it, what stands on it, and why the original is not attached where it is not. */
	questions: Question[];
};

export type GivenToAct = {
	/** May be left out where there is only one. */
	outcome?: string;
	answers?: Answers;
	/** Of faults that only ask to `confirm`: that text, under the place where it was. */
	confirms?: Record<string, string>;
	/** Those that go with it, as they were sent before: every one that waits there. */
	files?: string[];
};

export type GivenToPutRight = {
	/** One of the options, where there is a choice. */
	choice?: string;
	answers?: Answers;
	/** Of faults that only ask to `confirm`: that text, under the place where it was. */
	confirms?: Record<string, string>;
};

/** What an agency is to do because of it. */
export type LearningAction = {
	id: string;
	lesson: string | null;
	report: string | null;
	what: string;
	/** What will show that it was done. */
	shownBy: string | null;
	agency: PersonNamed;
	/** Null where whoever answers for the agency does it. */
	person: PersonNamed | null;
	/** A day in the United Kingdom. */
	dueOn: string;
	state: "open" | "done" | "not-done";
	result: string | null;
	/** A day in the United Kingdom. */
	agreedOn: string;
	closedAt: string | null;
	/** How often it was moved: moving it says which move was the last read. */
	moves: number;
	mayClose: boolean;
	mayMove: boolean;
};

/** What was learned, in words that name nobody. */
export type Lesson = {
	id: string;
	/** Null where you may not see it, or it is no more. */
	difference: string | null;
	/** As the protocol names it. */
	theme: string;
	happened: string;
	shouldDiffer: string;
	/** A day in the United Kingdom. */
	recordedOn: string;
	recordedBy: string;
	/** When somebody looks again whether anything has changed. */
	againOn: string;
	again: {
		found: string;
		/** A day in the United Kingdom. */
		on: string;
		by: string;
	} | null;
};

export type Letter = {
	title: string;
	/** To whom it goes, in lines. */
	to: string | null;
	paragraphs: string[];
	/** Null where that is not known yet. */
	signedBy: {
		name: string;
		role: string;
		agency: string;
	} | null;
	/** What went with it, by name. */
	files: string[];
	/** The day it is dated. */
	day: string;
	sent: boolean;
	/** What it needs that nobody has recorded, or that you may not know. */
	missing: string[];
};

/** Something that you may do now. */
export type OpenAct = {
	act: "step" | "move" | "record-on-childs-record" | "change-clock";
	id: string;
	title: string;
	/** Of a clock: extend, bring-forward, pause, resume. */
	ways: string[];
	/** Where it is asked and done, under the address of the API. */
	path: string;
};

/** Something that somebody owes in a difference. */
export type Owed = {
	difference: string;
	reference: string;
	/** The agency that raised it. */
	raising: string;
	receiving: string | null;
	/** Whom it is about, as the partnership’s lists say it: their names, or their initials. */
	about: string[];
	stage: string;
	/** A step, a time limit, or the child’s own record of a step. */
	is: "step" | "clock" | "record";
	/** The step, or the clock, by its name in the protocol. */
	id: string;
	title: string;
	/** The side that owes it. */
	side: string;
	/** The name of whoever it was given to. */
	person: string | null;
	/** An instant in UTC. */
	openedAt: string;
	dueAt: string | null;
	/** What the date is; null without one. */
	binding: Binding | null;
	paused: boolean;
	/** The child is said not to be safe now. */
	notSafe: boolean;
};

/** Somebody of the directory. */
export type PersonNamed = {
	id: string;
	name: string;
};

export type Protocol = {
	id: string;
	version: string;
	title: string;
	about: string;
	/** The ways in which you may begin one. */
	begins: {
		begin: string;
		title: string;
	}[];
	stages: {
		id: string;
		title: string;
	}[];
	steps: {
		id: string;
		stage: string;
		title: string;
		kind: string;
		/** Which `readLetter` reads. */
		writesLetter: boolean;
		/** The side that owes it. */
		by: string;
		asks: string[];
		outcomes: {
			outcome: string;
			says: string;
			asks: string[];
		}[];
	}[];
	moves: {
		id: string;
		title: string;
		asks: string[];
		outcomes: {
			outcome: string;
			says: string;
			asks: string[];
		}[];
	}[];
	clocks: {
		id: string;
		title: string;
	}[];
	endings: {
		id: string;
		title: string;
	}[];
	themes: {
		id: string;
		title: string;
	}[];
	/** Every question, by the field that steps and moves ask. */
	questions: Question[];
};

export type Question = {
	/** Its answer stands under this name. */
	field: string;
	label: string;
	hint: string | null;
	type: string;
	optional: boolean;
	/** It is asked only where each of these has one of these answers. */
	when: Record<string, string[]> | null;
	/** Of a choice, choices or themes. */
	options: {
		value: string;
		text: string;
	}[] | null;
	/** Who may be named by `id`. */
	people: PersonNamed[] | null;
	/** Which agencies may be named by `id`. */
	agencies: PersonNamed[] | null;
	/** What is asked in each row; of children and adults, under `facts`. */
	columns: {
		name: string;
		label: string;
		type: string;
	}[] | null;
	/** What a page begins with: send it if it is right. */
	offered: Answer | null;
};

export type Raising = {
	/** The protocol, and its way to begin where it is not the usual one. */
	begin: string;
	ways: {
		begin: string;
		title: string;
		protocol: string;
	}[];
	/** What is not raised here, and where it goes instead. */
	notFor: {
		if: string;
		go: string;
	}[];
	/** Those it can be raised with; null where none is chosen. */
	agencies: PersonNamed[] | null;
	safety: {
		call: string;
		name: string;
		if: string;
	}[];
	/** Ask with an agency to have its people among those who may be named. */
	questions: Question[];
	/** Open ones of your agency about the same child, as far as they are known by what was asked with. */
	alike: {
		id: string;
		reference: string;
	}[];
};

/** What somebody sent or got, signed. Keep it as it came: its words are the proof. */
export type Receipt = {
	"concord-receipt": {
		partnership: string;
		partnershipId: string;
		reference: string;
		for: "sent" | "received";
		what: string;
		by: string;
		to: string;
		/** An instant in UTC. */
		at: string;
		submitted: {
			act: number;
			sha256: string;
			shown?: string;
		}[];
		link: {
			chain: string;
			position: number;
			hash: string;
		};
	};
	key: {
		fingerprint: string;
		public: string;
	};
	signature: string;
	entries: Record<string, string>;
	words: Record<string, Record<string, {
		salt: string;
		text: string;
	}>>;
};

/** A difference that is sealed or was, by reference alone. */
export type Sealed = {
	difference: string;
	reference: string;
	/** Null where the seal is off. */
	sealed: {
		/** An instant in UTC. */
		at: string;
		by: PersonNamed | null;
		to: PersonNamed[];
	} | null;
	/** Something is owed that nobody who may know of it can do. */
	stuck: boolean;
	/** Openings in an emergency. */
	opened: {
		by: PersonNamed | null;
		/** An instant in UTC. */
		at: string;
		/** An instant in UTC. */
		until: string;
		because: string;
	}[];
	/** Why whoever asks does not see to this one; who opened it is not told then. */
	keptFrom: string | null;
};

/** An address that is told when something happens. */
export type Webhook = {
	id: string;
	address: string;
	/** What it is told of. */
	kinds: ("difference.raised" | "difference.received" | "difference.changed" | "difference.ended" | "form.sent" | "step.opened" | "clock.ran-out")[];
	/** `failing`: it took nothing for three days, or said that it is gone, and is told nothing more until you change it. `stopped`: by an administrator, for good. */
	state: "works" | "paused" | "failing" | "stopped";
	/** An instant in UTC. */
	madeAt: string;
	failingSince: string | null;
};

/** Something that an address was told, or is to be. */
export type WebhookEvent = {
	/** `webhook-id` of the message is `msg_` and this. */
	id: string;
	kind: "difference.raised" | "difference.received" | "difference.changed" | "difference.ended" | "form.sent" | "step.opened" | "clock.ran-out" | "webhook.test";
	difference: string | null;
	reference: string | null;
	/** An instant in UTC. */
	happenedAt: string;
	state: "waiting" | "sent" | "given-up";
	nextTryAt: string | null;
	attempts: {
		/** An instant in UTC. */
		at: string;
		/** What the address answered; null without an answer. */
		status: number | null;
		/** Why there was no answer. */
		problem: "timed-out" | "not-reached" | "not-allowed" | "not-found" | "certificate" | null;
	}[];
};

/** Concord, as whoever holds a token may use it. */
export class Concord {
	readonly #options: Options;

	constructor(options: Options) {
		this.#options = options;
	}

	/** What is open to you. What you owe, what others of your agency owe that you may step in for, and what you wait for; what is due soonest first. A page has `limit` of each; questions are on every page. Pages are counted from the first row each time: what comes, goes or gets another place while you page may have a row come twice or be missed. Tell rows by their identifier, and read from the first page again to have all. After 10,000 pages the answer is `narrow-the-search`. Needs the scope `work:read`. */
	listWork(asked: {
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		mine: Owed[];
		agency: Owed[];
		waitingFor: Owed[];
		/** How many there are of each on all pages. */
		totals: {
			mine: number;
			agency: number;
			waitingFor: number;
		};
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
		questions: {
			difference: string;
			reference: string;
			entry: number;
			/** An instant in UTC. */
			askedAt: string;
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/work`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** The differences that you may know of. Those where a child is not safe come first. Pages are counted from the first row each time: what comes, goes or gets another place while you page may have a row come twice or be missed. Tell rows by their identifier, and read from the first page again to have all. After 10,000 pages the answer is `narrow-the-search`. Needs the scope `differences:read`. */
	listDifferences(asked: {
			/** Any part of a reference. */
			reference?: string;
			/** Raising, receiving or involved. */
			agency?: string;
			stage?: string;
			theme?: string;
			status?: "open" | "ended";
			/** A day in the United Kingdom. */
			dueFrom?: string;
			/** A day in the United Kingdom. */
			dueTo?: string;
			/** Only what somebody is late for. */
			overdue?: "yes";
			sort?: "due" | "changed" | "reference";
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		differences: DifferenceListed[];
		/** How many fit on all pages, as far as they are counted. */
		total: number;
		/** There are more than `total`. */
		isMore: boolean;
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences`, query: { "reference": asked.reference, "agency": asked.agency, "stage": asked.stage, "theme": asked.theme, "status": asked.status, "dueFrom": asked.dueFrom, "dueTo": asked.dueTo, "overdue": asked.overdue, "sort": asked.sort, "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Raise a difference. A page asks in five steps what is sent here at once. Where the child is in danger, ring before you send it. Needs the scope `differences:raise`. */
	raiseDifference(asked: {
			body: {
				/** May be left out where there is only one way. */
				begin?: string;
				/** That whoever raises it has read `notFor`, and nothing of it is so. */
				scope: "none-of-these";
				/** Whether the child is in danger now: then ring first. */
				inDanger: boolean;
				/** Emergency calls that were made. */
				calls?: {
					call: string;
					/** Local: 2026-03-26T14:15. */
					madeAt: string;
				}[];
				/** With which agency, where one is chosen. */
				agency?: string;
				/** The difference that goes on in this one. */
				continues?: string;
				answers?: Answers;
				/** Of faults that only ask to `confirm`: that text, under the place where it was. */
				confirms?: Record<string, string>;
				/** The one to which files were sent. */
				draft?: string;
				files?: string[];
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<{
		difference: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences`, json: asked.body, key: asked.key }, "json");
	}

	/** Those about somebody, by name, date of birth or number. It is posted, for whom a difference is about must stand in no address. 50 at most; that you looked is kept, as of the page. Needs the scope `differences:read`. */
	findDifferences(asked: {
			body: {
				about: string;
			};
		}): Promise<Answered<{
		differences: DifferenceListed[];
		/** How many fit on all pages, as far as they are counted. */
		total: number;
		/** There are more than `total`. */
		isMore: boolean;
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/find`, json: asked.body }, "json");
	}

	/** One difference, as you may read it. Its `ETag` is what acts take as `If-Match`. Where it is sealed from you, the answer is `sealed`: a program opens nothing in an emergency. Your programs may open 100 differences a day, each as often as they like; for more the answer is `takes-too-much`, unless you may take data out of Concord. Needs the scope `differences:read`. */
	readDifference(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<Difference>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Who looked at a difference. All of it for the data protection officer; of their own agency for whoever answers for it. The latest first: that you ask is a reading too, and puts you there. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `differences:read`. */
	listWhoLooked(asked: {
			id: string;
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		/** Of every agency, or of your own alone. */
		all: boolean;
		looked: {
			person: string;
			jobTitle: string;
			agency: string;
			/** An instant in UTC. */
			first: string;
			/** An instant in UTC. */
			last: string;
			times: number;
			what: string[];
		}[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/who-looked`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Raise a difference: what it asks. Needs the scope `differences:raise`. */
	readRaising(asked: {
			begin?: string;
			agency?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<Raising>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/raising`, query: { "begin": asked.begin, "agency": asked.agency }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** How a difference goes on under another protocol, where it ended by that. Raise it there by `raiseDifference`, with this `begin` and its identifier as `continues`. Needs the scope `differences:raise`. */
	readHandOver(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		begin: string;
		title: string;
		/** With which agency it was. */
		agency: string | null;
		/** Those that go with it, as far as you may read them. */
		answers: Record<string, Answer>;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/hand-over`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Do a step: what it asks. Needs the scope `differences:read`. */
	readStep(asked: {
			id: string;
			step: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedAct>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/steps/${encodeURIComponent(asked.step)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Do a step. It is done at once: a page would show what cannot be undone once more first. Needs the scope `differences:act`. */
	doStep(asked: {
			id: string;
			step: string;
			body: GivenToAct;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/steps/${encodeURIComponent(asked.step)}`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Make a move: what it asks. Needs the scope `differences:read`. */
	readMove(asked: {
			id: string;
			move: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedAct>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/moves/${encodeURIComponent(asked.move)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Make a move. It is done at once: a page would show what cannot be undone once more first. Needs the scope `differences:act`. */
	doMove(asked: {
			id: string;
			move: string;
			body: GivenToAct;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/moves/${encodeURIComponent(asked.move)}`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Change a clock: what it asks. Needs the scope `differences:read`. */
	readChangeOfClock(asked: {
			id: string;
			clock: string;
			how: "extend" | "bring-forward" | "pause" | "resume";
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedAct>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/clocks/${encodeURIComponent(asked.clock)}/${encodeURIComponent(asked.how)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Change a clock. It is done at once: a page would show what cannot be undone once more first. Needs the scope `differences:act`. */
	doChangeOfClock(asked: {
			id: string;
			clock: string;
			how: "extend" | "bring-forward" | "pause" | "resume";
			body: GivenToAct;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/clocks/${encodeURIComponent(asked.clock)}/${encodeURIComponent(asked.how)}`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Add a note: what it asks. Needs the scope `differences:read`. */
	readNote(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/notes`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Add a note. Needs the scope `differences:act`. */
	doNote(asked: {
			id: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/notes`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Correct an answer: what it asks. Needs the scope `differences:read`. */
	readCorrection(asked: {
			id: string;
			field: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/corrections/${encodeURIComponent(asked.field)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Correct an answer. Needs the scope `differences:act`. */
	doCorrection(asked: {
			id: string;
			field: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/corrections/${encodeURIComponent(asked.field)}`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Put right which agency it is with: what it asks. Needs the scope `differences:read`. */
	readChangeOfAgency(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/receiving-agency`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Put right which agency it is with. Needs the scope `differences:act`. */
	doChangeOfAgency(asked: {
			id: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/receiving-agency`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Ask another side a question: what it asks. Needs the scope `differences:read`. */
	readQuestion(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/questions`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Ask another side a question. Needs the scope `differences:act`. */
	doQuestion(asked: {
			id: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/questions`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Answer a question: what it asks. Needs the scope `differences:read`. */
	readAnswerToQuestion(asked: {
			id: string;
			entry: number;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/questions/${encodeURIComponent(asked.entry)}/answer`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Answer a question. Needs the scope `differences:act`. */
	doAnswerToQuestion(asked: {
			id: string;
			entry: number;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/questions/${encodeURIComponent(asked.entry)}/answer`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Say that what an office entered is not yours: what it asks. Needs the scope `differences:read`. */
	readNotOurs(asked: {
			id: string;
			entry: number;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/entries/${encodeURIComponent(asked.entry)}/not-ours`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Say that what an office entered is not yours. Needs the scope `differences:act`. */
	doNotOurs(asked: {
			id: string;
			entry: number;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/entries/${encodeURIComponent(asked.entry)}/not-ours`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Pass a step on to a colleague: what it asks. Needs the scope `differences:read`. */
	readPassOn(asked: {
			id: string;
			step: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/steps/${encodeURIComponent(asked.step)}/pass-on`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Pass a step on to a colleague. Needs the scope `differences:act`. */
	doPassOn(asked: {
			id: string;
			step: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/steps/${encodeURIComponent(asked.step)}/pass-on`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Ask for more time: what it asks. Needs the scope `differences:read`. */
	readAskForTime(asked: {
			id: string;
			clock: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/clocks/${encodeURIComponent(asked.clock)}/ask-for-time`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Ask for more time. Needs the scope `differences:act`. */
	doAskForTime(asked: {
			id: string;
			clock: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/clocks/${encodeURIComponent(asked.clock)}/ask-for-time`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Say no to more time: what it asks. Needs the scope `differences:read`. */
	readRefuseTime(asked: {
			id: string;
			clock: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/clocks/${encodeURIComponent(asked.clock)}/refuse-time`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Say no to more time. Needs the scope `differences:act`. */
	doRefuseTime(asked: {
			id: string;
			clock: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/clocks/${encodeURIComponent(asked.clock)}/refuse-time`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Declare a conflict of interest: what it asks. Needs the scope `differences:read`. */
	readConflict(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/conflicts`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Declare a conflict of interest. Needs the scope `differences:act`. */
	doConflict(asked: {
			id: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/conflicts`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Take a conflict of interest back: what it asks. Needs the scope `differences:read`. */
	readConflictOver(asked: {
			id: string;
			person: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/conflicts/${encodeURIComponent(asked.person)}/over`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Take a conflict of interest back. Needs the scope `differences:act`. */
	doConflictOver(asked: {
			id: string;
			person: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/conflicts/${encodeURIComponent(asked.person)}/over`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Recall what went to the wrong agency: what it asks. Needs the scope `differences:read`. */
	readRecall(asked: {
			id: string;
			side: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<AskedToPutRight>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/recalls/${encodeURIComponent(asked.side)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Recall what went to the wrong agency. Needs the scope `differences:act`. */
	doRecall(asked: {
			id: string;
			side: string;
			body: GivenToPutRight;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/recalls/${encodeURIComponent(asked.side)}`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Say whether the child is safe now. Where the child is not safe, ring before you send it. Needs the scope `differences:act`. */
	saySafety(asked: {
			id: string;
			body: {
				safe: boolean;
				about?: string;
				calls?: {
					call: string;
					madeAt: string;
				}[];
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/safety`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Say that a step stands on the child’s own record. Needs the scope `differences:act`. */
	recordOnChildsRecord(asked: {
			id: string;
			body: {
				step: string;
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/childs-record`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** The versions of its protocol to which it may be moved. Needs the scope `differences:read`. */
	listVersionsToMoveTo(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		versions: {
			id: string;
			version: string;
			inForceFrom: string | null;
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/versions`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** What moving it there would change. Needs the scope `differences:read`. */
	readMoveToVersion(asked: {
			id: string;
			version: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		/** Why it cannot be moved there; null where it can. */
		refused: string | null;
		dates: {
			title: string;
			/** A day in the United Kingdom. */
			from: string;
			/** A day in the United Kingdom. */
			to: string;
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/versions/${encodeURIComponent(asked.version)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Move a difference to another version of its protocol. Needs the scope `differences:act`. */
	moveToVersion(asked: {
			id: string;
			version: string;
			body: {
				reason: string;
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/versions/${encodeURIComponent(asked.version)}`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** What the office may enter that came on paper or by mail, and for whom. Needs the scope `differences:raise`. */
	listFormsOnPaper(asked: {
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		ways: {
			begin: string;
			title: string;
		}[];
		agencies: PersonNamed[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/on-paper`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Enter a form with which a difference begins. It is the agency’s from then on: they are told, and the record says that you entered it. Needs the scope `differences:raise`. */
	enterFormOnPaper(asked: {
			body: {
				begin: string;
				/** The agency that sent it. */
				from: string;
				/** The agency that they disagree with, where one is chosen. */
				with?: string;
				answers?: Answers;
				/** Of faults that only ask to `confirm`: that text, under the place where it was. */
				confirms?: Record<string, string>;
				/** Scans of it, as they were sent before. */
				files?: string[];
				/** The one to which scans were sent; another UUID where there are none. */
				draft: string;
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/on-paper`, json: asked.body, key: asked.key }, "json");
	}

	/** A form with which a difference begins: what it asks. Needs the scope `differences:raise`. */
	readFormOnPaper(asked: {
			begin: string;
			/** The agency that sent it. */
			from: string;
			/** The agency that they disagree with, where one is chosen. */
			with?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<FormOnPaper>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/on-paper/form`, query: { "begin": asked.begin, "from": asked.from, "with": asked.with }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** A form in a difference, such as a response: what it asks. `step` is the first that stands on it and is owed. Needs the scope `differences:read`. */
	readFormOnPaperIn(asked: {
			id: string;
			step: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<FormOnPaper>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/on-paper/${encodeURIComponent(asked.step)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Enter a form in a difference, such as a response. Needs the scope `differences:act`. */
	enterFormOnPaperIn(asked: {
			id: string;
			step: string;
			body: {
				answers?: Answers;
				/** Of faults that only ask to `confirm`: that text, under the place where it was. */
				confirms?: Record<string, string>;
				/** Scans of it, as they were sent before. */
				files?: string[];
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/on-paper/${encodeURIComponent(asked.step)}`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Take a difference. What the Business Unit owes in it is yours first, also where a colleague had it; they may still do it. Needs the scope `differences:act`. */
	takeDifference(asked: {
			id: string;
		}): Promise<Answered<{
		difference: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/taken` }, "json");
	}

	/** Give a difference back to the whole office. Needs the scope `differences:act`. */
	releaseDifference(asked: {
			id: string;
		}): Promise<Answered<{
		difference: string;
	}>> {
		return ask(this.#options, { method: "DELETE", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/taken` }, "json");
	}

	/** Remind whoever owes a step, by hand. Once a day at most, besides what Concord sends by itself. Needs the scope `differences:act`. */
	remindOwners(asked: {
			id: string;
			step: string;
		}): Promise<Answered<{
		/** How many are reminded: none where it was done meanwhile, is not theirs to do, or they were reminded of it today. */
		people: number;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/steps/${encodeURIComponent(asked.step)}/reminders` }, "json");
	}

	/** What is or was sealed, and was opened in an emergency. For whoever keeps seals; for whoever administers, what none of these is left to see to. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `differences:read`. */
	listSealed(asked: {
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		sealed: Sealed[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/sealed`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** The difference of a reference, for whoever keeps its seal. Needs the scope `differences:read`. */
	findToSeal(asked: {
			body: {
				reference: string;
			};
		}): Promise<Answered<{
		difference: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/sealed/find`, json: asked.body }, "json");
	}

	/** Who may know of a difference, and who could be named. For whoever keeps its seal, and whoever answers for the agency that raised it. Whoever a conflict of interest keeps from it is told so. Needs the scope `differences:read`. */
	readSeal(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		difference: string;
		reference: string;
		/** Null where it is not sealed. */
		sealedTo: string[] | null;
		couldKnow: {
			id: string;
			name: string;
			agency: string;
		}[];
		/** Whether you may read it yourself. */
		readable: boolean;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/seal`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Seal a difference, or name others than before. Nobody else knows of it from then on. Whoever leaves themself out may not know of it either. Needs the scope `differences:act`. */
	sealDifference(asked: {
			id: string;
			body: {
				to: string[];
				because: string;
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readSeal`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<{
		difference: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/seal`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Take the seal off. Needs the scope `differences:act`. */
	unsealDifference(asked: {
			id: string;
			body: {
				because: string;
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readSeal`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<{
		difference: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/seal/off`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Let somebody answer a step by a link: what it asks. Needs the scope `differences:read`. */
	readLink(asked: {
			id: string;
			step: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		/** They are of it. */
		agency: string;
		/** At which whoever gives the link says that they work. */
		level: "practitioner" | "manager" | "senior-manager" | "director";
		/** Who was given the step and is not in the directory. */
		named: string | null;
		questions: Question[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/steps/${encodeURIComponent(asked.step)}/links`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Let somebody answer a step by a link. It is mailed to them, and told to nobody else: whoever gives it vouches for who they are. The office may give it before the step is open, where it is to say by name whose the step is: it is mailed when the office does. Needs the scope `differences:act`. */
	giveLink(asked: {
			id: string;
			step: string;
			body: {
				name: string;
				post: string;
				/** Their own work address: the link and its code go there. */
				email: string;
				/** For how many days it works. */
				days: 7 | 14 | 30;
				answers?: Answers;
				/** Of faults that only ask to `confirm`: that text, under the place where it was. */
				confirms?: Record<string, string>;
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/steps/${encodeURIComponent(asked.step)}/links`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Take a link back. It opens nothing from then on, and its person is told. They stand in the record under `by`. Needs the scope `differences:act`. */
	takeLinkBack(asked: {
			id: string;
			person: string;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<Done>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/links/${encodeURIComponent(asked.person)}/take-back`, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** The links to raise that the office gave, the newest first. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `differences:read`. */
	listLinksToRaise(asked: {
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		links: {
			person: string;
			name: string;
			agency: string;
			is: "used" | "over" | "open";
			/** An instant in UTC. */
			givenAt: string;
			/** An instant in UTC. */
			until: string;
		}[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/links-to-raise`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Let somebody raise one difference by a link. Needs the scope `differences:act`. */
	giveLinkToRaise(asked: {
			body: {
				name: string;
				post: string;
				/** Their own work address: the link and its code go there. */
				email: string;
				/** For how many days it works. */
				days: 7 | 14 | 30;
				agency: string;
				level: "practitioner" | "manager" | "senior-manager" | "director";
				/** How you know that it is they. */
				because: string;
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<{
		email: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/links-to-raise`, json: asked.body, key: asked.key }, "json");
	}

	/** Take a link to raise back. Needs the scope `differences:act`. */
	takeLinkToRaiseBack(asked: {
			person: string;
		}): Promise<Answered<{
		person: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/links-to-raise/${encodeURIComponent(asked.person)}/take-back` }, "json");
	}

	/** Send a file, to go with an act. It waits there, where also colleagues who may do the step see it, until the act is done with its identifier among `files`. With another key it is there twice: take one away. Needs the scope `differences:act`. */
	sendFile(asked: {
			id: string;
			act: "steps" | "moves" | "clocks" | "on-paper";
			/** The step, the move, or the clock and the way with a dot before it: `forward.extend`; of a form on paper its first step. */
			of: string;
			/** As it is called, with its ending. */
			name: string;
			file: Uint8Array;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<FileKept>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/${encodeURIComponent(asked.act)}/${encodeURIComponent(asked.of)}/files`, query: { "name": asked.name }, file: asked.file, key: asked.key }, "json");
	}

	/** Take away a file that was not sent yet. Needs the scope `differences:act`. */
	takeFileAway(asked: {
			id: string;
			act: "steps" | "moves" | "clocks" | "on-paper";
			/** The step, the move, or the clock and the way with a dot before it: `forward.extend`; of a form on paper its first step. */
			of: string;
			file: string;
		}): Promise<Answered<{
		file: string;
	}>> {
		return ask(this.#options, { method: "DELETE", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/${encodeURIComponent(asked.act)}/${encodeURIComponent(asked.of)}/files/${encodeURIComponent(asked.file)}` }, "json");
	}

	/** Send a file, to go with a difference that is raised. `draft` is a UUID of your own, which raising then names. Needs the scope `differences:raise`. */
	sendFileToRaise(asked: {
			draft: string;
			/** As it is called, with its ending. */
			name: string;
			file: Uint8Array;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<FileKept>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/raising/${encodeURIComponent(asked.draft)}/files`, query: { "name": asked.name }, file: asked.file, key: asked.key }, "json");
	}

	/** Send a scan of a form with which a difference begins. `draft` is a UUID of your own, which entering the form then names. Needs the scope `differences:raise`. */
	sendFileOnPaper(asked: {
			draft: string;
			/** As it is called, with its ending. */
			name: string;
			file: Uint8Array;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<FileKept>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/on-paper/${encodeURIComponent(asked.draft)}/files`, query: { "name": asked.name }, file: asked.file, key: asked.key }, "json");
	}

	/** A file of the record. For whoever may read the entry that it was sent with. Needs the scope `differences:read`. */
	openFile(asked: {
			id: string;
			file: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/files/${encodeURIComponent(asked.file)}` }, "file");
	}

	/** The forms of a difference, as far as you may see them. Needs the scope `differences:read`. */
	listForms(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		forms: {
			form: string;
			title: string;
			parts: {
				title: string;
				side: string;
				filledIn: boolean;
				sections: {
					heading: string | null;
					fields: {
						label: string;
						says: string | null;
						table: {
							columns: string[];
							rows: string[][];
						} | null;
					}[];
				}[];
			}[];
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/forms`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** A form as a Word document. Needs the scope `differences:read`. */
	openFormAsDocx(asked: {
			id: string;
			form: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/forms/${encodeURIComponent(asked.form)}/docx` }, "file");
	}

	/** A form as PDF. Needs the scope `differences:read`. */
	openFormAsPdf(asked: {
			id: string;
			form: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/forms/${encodeURIComponent(asked.form)}/pdf` }, "file");
	}

	/** The letter that a step writes. As it was sent, or as it would be now. The protocol says which steps write one. Needs the scope `differences:read`. */
	readLetter(asked: {
			id: string;
			step: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<Letter>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/letters/${encodeURIComponent(asked.step)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** The letter as a Word document. Needs the scope `differences:read`. */
	openLetterAsDocx(asked: {
			id: string;
			step: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/letters/${encodeURIComponent(asked.step)}/docx` }, "file");
	}

	/** The letter as PDF. Needs the scope `differences:read`. */
	openLetterAsPdf(asked: {
			id: string;
			step: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/letters/${encodeURIComponent(asked.step)}/pdf` }, "file");
	}

	/** What was sent by your sides or to them, of which there are receipts. Needs the scope `differences:read`. */
	listReceipts(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		receipts: {
			entry: number;
			/** An instant in UTC. */
			at: string;
			for: "sent" | "received";
			what: string;
			by: string;
			to: string;
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/receipts`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** A receipt, as it is kept and checked. Needs the scope `differences:read`. */
	readReceipt(asked: {
			id: string;
			entry: number;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<Receipt>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/receipts/${encodeURIComponent(asked.entry)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Whether a receipt is true, and the record still has what it is for. Nothing of it is kept. Its page checks it for anybody, without a token. Needs the scope `differences:read`. */
	checkReceipt(asked: {
			/** The difference of which it is said to be. */
			reference?: string;
			file: Uint8Array;
		}): Promise<Answered<{
		is: string;
		title: string;
		says: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/receipts/check`, query: { "reference": asked.reference }, file: asked.file }, "json");
	}

	/** The four questions on how it went, for whoever is asked them. Needs the scope `differences:read`. */
	readFeedback(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		/** What was answered is kept without a name, and shown to nobody. */
		answered: boolean;
		questions: {
			question: string;
			asks: string;
			options: {
				value: string;
				text: string;
			}[] | null;
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/feedback`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Answer them. They cannot be changed afterwards: nobody could say which are yours. Needs the scope `differences:act`. */
	giveFeedback(asked: {
			id: string;
			body: {
				heard: "yes" | "partly" | "no";
				inTime: "yes" | "partly" | "no";
				helped: "yes" | "partly" | "no" | "not-known";
				easier?: string | null;
			};
		}): Promise<Answered<{
		difference: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/feedback`, json: asked.body }, "json");
	}

	/** The protocols in force. Needs the scope `partnership:read`. */
	listProtocols(asked: {
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		protocols: {
			id: string;
			version: string;
			title: string;
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/protocols`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** A protocol in force, with its steps and questions. Needs the scope `partnership:read`. */
	readProtocol(asked: {
			protocol: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<Protocol>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/protocols/${encodeURIComponent(asked.protocol)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** When something would be due. Needs the scope `partnership:read`. */
	workOutDueDate(asked: {
			/** A day in the United Kingdom. */
			from: string;
			time?: string;
			amount: string;
			/** working-days, calendar-days, weeks, calendar-months or hours. */
			unit: string;
			/** england-and-wales, scotland, northern-ireland or uk-union. */
			calendar?: string;
			counting?: "day0" | "deemed";
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<DueDate>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/due-date`, query: { "from": asked.from, "time": asked.time, "amount": asked.amount, "unit": asked.unit, "calendar": asked.calendar, "counting": asked.counting }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** What sets dates under a protocol. Needs the scope `partnership:read`. */
	listWhatIfs(asked: {
			protocol: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		happenings: {
			id: string;
			title: string;
			says: string | null;
			stage: string | null;
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/protocols/${encodeURIComponent(asked.protocol)}/what-ifs`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Which dates it would set if something happened at a moment. Needs the scope `partnership:read`. */
	readWhatIf(asked: {
			protocol: string;
			happening: string;
			/** Local: 2026-03-26T14:15. */
			at: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		dates: {
			clock: string;
			title: string;
			due: DueDate;
		}[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/protocols/${encodeURIComponent(asked.protocol)}/what-ifs/${encodeURIComponent(asked.happening)}`, query: { "at": asked.at }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** By which days dates are counted here. Needs the scope `partnership:read`. */
	readCalendar(asked: {
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		nations: string[];
		version: string;
		closureDays: {
			/** A day in the United Kingdom. */
			day: string;
			name: string;
		}[];
		/** Whether some protocol does not count closure days. */
		closuresCount: boolean;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/calendar`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** The agencies of the partnership, by name. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `partnership:read`. */
	listAgencies(asked: {
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		agencies: {
			id: string;
			name: string;
			sector: string;
		}[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/agencies`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** The people of an agency and of the one that answers for it, by agency and name. Of your own; of another where you may raise something with it, or keep its people. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `partnership:read`. */
	listPeople(asked: {
			agency: string;
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		people: {
			id: string;
			name: string;
			jobTitle: string;
		}[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/agencies/${encodeURIComponent(asked.agency)}/people`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** The reports that you may read. Of the office all, of the subgroup what was presented; the latest period first. `periods` says to the office of each protocol in force which period is over and which comes next. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `reports:read`. */
	listReports(asked: {
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		periods: {
			protocol: string;
			last: {
				/** A day in the United Kingdom. */
				from: string;
				/** A day in the United Kingdom. */
				until: string;
			};
			next: {
				/** A day in the United Kingdom. */
				from: string;
				/** A day in the United Kingdom. */
				until: string;
				/** When its report is prepared by itself. */
				preparedOn: string;
			};
		}[];
		reports: {
			id: string;
			protocol: string;
			/** A day in the United Kingdom. */
			from: string;
			/** A day in the United Kingdom. */
			until: string;
			version: number;
			/** An instant in UTC. */
			madeAt: string;
			presentedAt: string | null;
		}[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/reports`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** The figures of a period, as a file. For the office that makes reports. For other readers than the office small numbers are hidden, as on its page. Needs the scope `reports:read`. */
	openReport(asked: {
			protocol: string;
			/** A day in the United Kingdom. */
			from: string;
			/** A day in the United Kingdom. */
			until: string;
			audience: "business-unit" | "subgroup" | "partnership" | "public";
			/** One of docx, pdf, xlsx, csv. */
			format: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/reports/${encodeURIComponent(asked.protocol)}/${encodeURIComponent(asked.from)}/${encodeURIComponent(asked.until)}/${encodeURIComponent(asked.audience)}/${encodeURIComponent(asked.format)}` }, "file");
	}

	/** A report as it was presented, as a file. Its `id` is of `listReports`. The subgroup has it with small numbers hidden, as on its page. Needs the scope `reports:read`. */
	openKeptReport(asked: {
			report: string;
			audience: "business-unit" | "subgroup" | "partnership" | "public";
			/** One of docx, pdf, xlsx, csv. */
			format: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/reports/kept/${encodeURIComponent(asked.report)}/${encodeURIComponent(asked.audience)}/${encodeURIComponent(asked.format)}` }, "file");
	}

	/** What was learned, the latest first. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `learning:manage`. */
	listLessons(asked: {
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		lessons: Lesson[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/lessons`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Record what was learned from a difference, and what is to be done about it. For the office that reports. Where the protocol asks for the lesson, the answer to that stands in the draft of its step from then on. Needs the scope `learning:manage`. */
	recordLesson(asked: {
			id: string;
			body: {
				theme: string;
				happened: string;
				shouldDiffer: string;
				/** A day in the United Kingdom. */
				againOn: string;
				/** What was found in the words (`names-in-it`) tells nobody’s name: take it all the same. */
				namesNobody?: boolean;
				actions?: {
					what: string;
					/** What will show that it was done. */
					shownBy?: string;
					agency: string;
					/** Their name; left out, whoever answers for the agency does it. */
					owner?: string;
					/** A day in the United Kingdom. */
					dueOn: string;
				}[];
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
			/** The `ETag` of `readDifference`, as you read it. Where it is another by now, nothing is done and the answer is `changed-since-read`. */
			ifMatch?: string;
		}): Promise<Answered<{
		difference: string;
		/** The step that asks for it and is still owed. */
		step: string | null;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/differences/${encodeURIComponent(asked.id)}/lesson`, json: asked.body, key: asked.key, ifMatch: asked.ifMatch }, "json");
	}

	/** Put the words of a lesson right. What it said before the office alone reads. Needs the scope `learning:manage`. */
	rewordLesson(asked: {
			lesson: string;
			body: {
				happened: string;
				shouldDiffer: string;
				/** What was found in the words (`names-in-it`) tells nobody’s name: take it all the same. */
				namesNobody?: boolean;
			};
		}): Promise<Answered<{
		lesson: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/lessons/${encodeURIComponent(asked.lesson)}/words`, json: asked.body }, "json");
	}

	/** Say what was found when somebody looked again. Needs the scope `learning:manage`. */
	lookAgain(asked: {
			lesson: string;
			body: {
				found: string;
				/** What was found in the words (`names-in-it`) tells nobody’s name: take it all the same. */
				namesNobody?: boolean;
			};
		}): Promise<Answered<{
		lesson: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/lessons/${encodeURIComponent(asked.lesson)}/again`, json: asked.body }, "json");
	}

	/** What lessons and reports asked for, the soonest due first. What is yours to do, and all of it for whoever follows it up. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `learning:manage`. */
	listLearningActions(asked: {
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		actions: LearningAction[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/learning-actions`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Say what was done and what shows it, or why it will not be done. Needs the scope `learning:manage`. */
	closeLearningAction(asked: {
			action: string;
			body: {
				state: "done" | "not-done";
				result: string;
			};
		}): Promise<Answered<{
		action: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/learning-actions/${encodeURIComponent(asked.action)}/close`, json: asked.body }, "json");
	}

	/** Give it to somebody else, or move its day. Needs the scope `learning:manage`. */
	moveLearningAction(asked: {
			action: string;
			body: {
				/** Its `moves`, as they were read. */
				after: number;
				agency: string;
				/** Null for whoever answers for the agency. */
				person: string | null;
				/** A day in the United Kingdom. */
				dueOn: string;
				reason: string;
			};
		}): Promise<Answered<{
		action: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/learning-actions/${encodeURIComponent(asked.action)}/move`, json: asked.body }, "json");
	}

	/** Seven-minute briefings, the last approved first. Those in the library for everybody; drafts too for whoever makes them. A page begins after the last row of the one before: what is added or goes meanwhile moves no other. A row that gets another place meanwhile may come twice or be missed; where the last row itself is gone, the answer is `begin-again`. Needs the scope `partnership:read`. */
	listBriefings(asked: {
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		briefings: {
			id: string;
			title: string;
			state: "draft" | "approved" | "withdrawn";
			approvedAt: string | null;
		}[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/briefings`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** One briefing. Needs the scope `partnership:read`. */
	readBriefing(asked: {
			briefing: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<Briefing>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/briefings/${encodeURIComponent(asked.briefing)}`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** A briefing as a Word document. Needs the scope `partnership:read`. */
	openBriefingAsDocx(asked: {
			briefing: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/briefings/${encodeURIComponent(asked.briefing)}/docx` }, "file");
	}

	/** A briefing as PDF. Needs the scope `partnership:read`. */
	openBriefingAsPdf(asked: {
			briefing: string;
		}): Promise<Answered<Uint8Array>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/briefings/${encodeURIComponent(asked.briefing)}/pdf` }, "file");
	}

	/** The addresses that this token named. Needs the scope `webhooks:manage`. */
	listWebhooks(asked: {
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		} = {}): Promise<Answered<{
		webhooks: Webhook[];
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/webhooks`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Name an address that is told when something happens. It is told of what you may read with `differences:read`, signed as Standard Webhooks says. Sent again with the same key, the answer has the same secret. Needs the scope `webhooks:manage`. */
	makeWebhook(asked: {
			body: {
				address: string;
				kinds: ("difference.raised" | "difference.received" | "difference.changed" | "difference.ended" | "form.sent" | "step.opened" | "clock.ran-out")[];
			};
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<{
		id: string;
		address: string;
		/** What it is told of. */
		kinds: ("difference.raised" | "difference.received" | "difference.changed" | "difference.ended" | "form.sent" | "step.opened" | "clock.ran-out")[];
		/** `failing`: it took nothing for three days, or said that it is gone, and is told nothing more until you change it. `stopped`: by an administrator, for good. */
		state: "works" | "paused" | "failing" | "stopped";
		/** An instant in UTC. */
		madeAt: string;
		failingSince: string | null;
		/** `whsec_…`, by which you know who tells you. It is not shown again. */
		secret: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/webhooks`, json: asked.body, key: asked.key }, "json");
	}

	/** Change where it is, what it is told of, or whether it is told anything. What is left out stays. What waits for it is sent at once, also where it was `failing`. Needs the scope `webhooks:manage`. */
	changeWebhook(asked: {
			id: string;
			body: {
				address?: string;
				kinds?: ("difference.raised" | "difference.received" | "difference.changed" | "difference.ended" | "form.sent" | "step.opened" | "clock.ran-out")[];
				isPaused?: boolean;
			};
		}): Promise<Answered<Webhook>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/webhooks/${encodeURIComponent(asked.id)}`, json: asked.body }, "json");
	}

	/** Take an address away, and its log. Needs the scope `webhooks:manage`. */
	removeWebhook(asked: {
			id: string;
		}): Promise<Answered<{
		webhook: string;
	}>> {
		return ask(this.#options, { method: "DELETE", path: `/api/v1/webhooks/${encodeURIComponent(asked.id)}` }, "json");
	}

	/** Another secret for an address. For a day what it is told is signed with the one before as well: `webhook-signature` has two. Sent again with the same key, the answer has the same secret. Needs the scope `webhooks:manage`. */
	changeWebhookSecret(asked: {
			id: string;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<{
		id: string;
		address: string;
		/** What it is told of. */
		kinds: ("difference.raised" | "difference.received" | "difference.changed" | "difference.ended" | "form.sent" | "step.opened" | "clock.ran-out")[];
		/** `failing`: it took nothing for three days, or said that it is gone, and is told nothing more until you change it. `stopped`: by an administrator, for good. */
		state: "works" | "paused" | "failing" | "stopped";
		/** An instant in UTC. */
		madeAt: string;
		failingSince: string | null;
		/** `whsec_…`, by which you know who tells you. It is not shown again. */
		secret: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/webhooks/${encodeURIComponent(asked.id)}/secret`, key: asked.key }, "json");
	}

	/** Send it something that is no event, to see whether it takes it. Its kind is `webhook.test`, and `data` is null. Needs the scope `webhooks:manage`. */
	tryWebhook(asked: {
			id: string;
			/** 8 to 255 plain letters, such as a UUID, other for each thing that is done. Sent again with the same key and the same body, it is done once; with another body, it is refused as `sent-before`. */
			key: string;
		}): Promise<Answered<{
		webhook: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/webhooks/${encodeURIComponent(asked.id)}/try`, key: asked.key }, "json");
	}

	/** What an address was told in the last 30 days, and each try. The latest first, as far as you may know of it today. Pages are counted from the first row each time: what comes, goes or gets another place while you page may have a row come twice or be missed. Tell rows by their identifier, and read from the first page again to have all. After 10,000 pages the answer is `narrow-the-search`. Needs the scope `webhooks:manage`. */
	listWebhookLog(asked: {
			id: string;
			/** So many at most. */
			limit?: number;
			/** `next` of the answer before, with everything else as it was asked then. */
			cursor?: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		events: WebhookEvent[];
		/** Ask again with this as `cursor` for what follows; null at the end. */
		next: string | null;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/webhooks/${encodeURIComponent(asked.id)}/log`, query: { "limit": asked.limit, "cursor": asked.cursor }, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Send something again. With the same `webhook-id`, if you may still know of it. Sent again, this changes nothing: what was tried more often than `after` says was sent already. Needs the scope `webhooks:manage`. */
	sendWebhookAgain(asked: {
			id: string;
			event: string;
			body: {
				/** How many `attempts` it had in the log, as you read it. */
				after: number;
			};
		}): Promise<Answered<{
		webhook: string;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/webhooks/${encodeURIComponent(asked.id)}/log/${encodeURIComponent(asked.event)}/again`, json: asked.body }, "json");
	}

	/** How much of the last 30 days an address did not get. Because it was given up, or happened while the address was paused or failing. Needs the scope `webhooks:manage`. */
	readMissed(asked: {
			id: string;
			/** The `ETag` of what was read before: where it is still so, the answer is 304. */
			ifNoneMatch?: string;
		}): Promise<Answered<{
		events: number;
	}>> {
		return ask(this.#options, { method: "GET", path: `/api/v1/webhooks/${encodeURIComponent(asked.id)}/missed`, ifNoneMatch: asked.ifNoneMatch }, "json");
	}

	/** Send all of that. With the same `webhook-id` of each, as far as you may still know of it. Needs the scope `webhooks:manage`. */
	sendMissedAgain(asked: {
			id: string;
		}): Promise<Answered<{
		/** How much is sent. */
		events: number;
	}>> {
		return ask(this.#options, { method: "POST", path: `/api/v1/webhooks/${encodeURIComponent(asked.id)}/missed` }, "json");
	}
}
