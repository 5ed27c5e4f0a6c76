/**
 * People who work while the database fails: each opens the page of a note in one of their differences, writes a sentence that
 * nobody else writes, sends it, and does what the page says. What they were told is kept, to be compared with the record.
 */
import { paths, putRightPaths, rehearsalPaths } from "../../src/web/addresses.ts";

/** A note as whoever wrote it saw it go. */
export type Note = {
	key: string;
	words: string;
	sentAt: number;
	/** When the page came that said it was done; undefined while none did. */
	doneAt?: number;
	/** How many pages said to try again. */
	tryAgains: number;
	/** How often the browser itself had no answer to show. */
	noAnswers: number;
	/** Pages that said anything else, by their status. */
	other: number[];
	/** Pages to try again on which the words were missing. */
	lostWords: string[];
};

export type People = {
	notes: Note[];
	/** The pages on which they write: when each was opened, and how often it said to try again before it came. */
	opened: { at: number; tryAgains: number; other: number }[];
	/** No more is begun; what was begun is brought to its end. */
	stop: () => Promise<void>;
};

/** A page that may be a moment old, as whoever opened it saw it come. */
export type Reading = {
	at: number;
	tryAgains: number;
	/** Answers that were neither the page nor one to try again. */
	other: number;
	/** Whether a server was asked for it that follows; undefined while the page has not come. */
	isFromFollower?: boolean;
};

type Browser = {
	get: (path: string) => Promise<Answer>;
	post: (path: string, form: Record<string, string>) => Promise<Answer>;
};
/** Status 0: the browser had no answer. */
type Answer = { status: number; body: string; tryAfter: number; location?: string | null };

/** How long somebody waits whom the page does not tell, in seconds. */
const usualPatience = 10;

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function browserAt(address: string): Browser {
	const cookies = new Map<string, string>();
	const ask = async (path: string, how: RequestInit = {}): Promise<Answer> => {
		try {
			const answer = await fetch(new URL(path, address), {
				...how,
				redirect: "manual",
				signal: AbortSignal.timeout(60_000),
				headers: {
					...how.headers,
					cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
				},
			});
			for (const line of answer.headers.getSetCookie()) {
				const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
				cookies.set(name, value);
			}
			return {
				status: answer.status,
				body: await answer.text(),
				location: answer.headers.get("location"),
				tryAfter: Number(answer.headers.get("retry-after") ?? usualPatience),
			};
		} catch {
			return { status: 0, body: "", tryAfter: usualPatience };
		}
	};
	const follow = async (path: string, times = 0): Promise<Answer> => {
		const answer = await ask(path);
		return answer.location && times < 5 ? follow(answer.location, times + 1) : answer;
	};
	return {
		get: (path) => follow(path),
		post: (path, form) =>
			ask(path, {
				method: "POST",
				body: new URLSearchParams(form).toString(),
				headers: { "content-type": "application/x-www-form-urlencoded" },
			}),
	};
}

const plain = (text: string) =>
	text
		.replaceAll("&#39;", "'")
		.replaceAll("&quot;", '"')
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&amp;", "&");

/** What the last form of a page's main part sends without another word. */
function formOf(body: string): Record<string, string> {
	const main = /<main.*<\/main>/s.exec(body)?.[0] ?? "";
	const form = [...main.matchAll(/<form.*?<\/form>/gs)].at(-1)?.[0] ?? "";
	return Object.fromEntries(
		[...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
			/name="([^"]*)"/.exec(input)?.[1] ?? "",
			plain(/value="([^"]*)"/.exec(input)?.[1] ?? ""),
		]),
	);
}

/** @param who their identifier in the rehearsal */
export async function signIn(address: string, partnership: string, who: string): Promise<Browser> {
	const browser = browserAt(address);
	const page = await browser.get(`/${partnership}${paths.signIn}`);
	const answer = await browser.post(rehearsalPaths.signIn, {
		_csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "",
		person: who,
	});
	if (answer.status !== 303) throw new Error(`Sign-in answered ${answer.status}`);
	return browser;
}

/**
 * Lets people begin to work.
 *
 * @param differences those in which each may write a note, by who they are
 * @param pace seconds between a note and the next of the same person
 * @param most notes of all together
 */
export function startPeople(
	browsers: { browser: Browser; differences: string[] }[],
	{ pace, most }: { pace: number; most: number },
): People {
	const notes: Note[] = [];
	const opened: People["opened"] = [];
	let isOver = false;

	const writeNote = async (browser: Browser, difference: string) => {
		const path = putRightPaths.note(difference);
		const opening = { at: Date.now(), tryAgains: 0, other: 0 };
		opened.push(opening);
		let page = await browser.get(path);
		while (page.status !== 200) {
			if (page.status === 503 || page.status === 0) opening.tryAgains++;
			else opening.other++;
			if (isOver) return;
			await pause(page.tryAfter);
			page = await browser.get(path);
		}
		const form = formOf(page.body);
		const [, text = ""] = /<textarea[^>]*name="([^"]+)"/.exec(page.body) ?? [];
		const [, chosen = ""] = /name="choice\.for"[^>]*value="([^"]+)"/.exec(page.body) ?? [];
		const words = `Rang again, number ${notes.length + 1}; nobody answered.`;
		const note: Note = {
			key: form._key ?? "",
			words,
			sentAt: Date.now(),
			tryAgains: 0,
			noAnswers: 0,
			other: [],
			lostWords: [],
		};
		notes.push(note);
		let sends = { ...form, [text]: words, "choice.for": chosen };
		for (let times = 0; times < 20; times++) {
			const answer = await browser.post(path, sends);
			if (answer.status === 303) {
				note.doneAt = Date.now();
				return;
			}
			if (answer.status === 503) {
				note.tryAgains++;
				if (!plain(answer.body).includes(words))
					note.lostWords.push(
						`${new Date().toISOString()} ${/<main.*<\/main>/s.exec(answer.body)?.[0] ?? answer.body}`,
					);
				const again = formOf(answer.body);
				if (again._key) sends = again as typeof sends;
			} else if (answer.status === 0) note.noAnswers++;
			else {
				note.other.push(answer.status);
				return;
			}
			await pause(answer.tryAfter);
		}
	};

	const working = browsers.map(async ({ browser, differences }, nth) => {
		await pause((nth * pace) / browsers.length);
		for (let times = 0; !isOver && notes.length < most; times++) {
			const began = Date.now();
			await writeNote(browser, differences[times % differences.length] as string);
			await pause(Math.max(0, pace - (Date.now() - began) / 1000));
		}
	});
	return {
		notes,
		opened,
		stop: async () => {
			isOver = true;
			await Promise.all(working);
		},
	};
}

/**
 * Lets somebody who does nothing else open pages that may be a moment old, one after the other.
 *
 * @param askedOfFollowers how many statements for such pages the servers that follow were asked since then
 */
export function startReading(
	browser: Browser,
	pages: string[],
	askedOfFollowers: (since: Date) => Promise<number>,
): { read: Reading[]; stop: () => Promise<void> } {
	const read: Reading[] = [];
	let isOver = false;
	const open = async (path: string) => {
		const reading: Reading = { at: Date.now(), tryAgains: 0, other: 0 };
		read.push(reading);
		while (!isOver) {
			const since = new Date();
			const page = await browser.get(path);
			if (page.status === 200) {
				reading.isFromFollower = (await askedOfFollowers(since)) > 0;
				return;
			}
			if (page.status === 503 || page.status === 0) reading.tryAgains++;
			else reading.other++;
			await pause(page.tryAfter);
		}
	};
	const reading = (async () => {
		for (let times = 0; !isOver; times++) {
			await open(pages[times % pages.length] as string);
			await pause(1);
		}
	})();
	return {
		read,
		stop: async () => {
			isOver = true;
			await reading;
		},
	};
}
