import { wordsOf } from "./words.js";

/** So long before somebody is signed out they are told, in milliseconds. */
const lead = 5 * 60_000;
/** How often it is looked at. */
const every = 5_000;
/** Where the pages of one browser tell each other that somebody was there. */
const key = "concord-seen";

const clock = (at) =>
	new Date(at).toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit" });

/**
 * Tells somebody before they are signed out, and lets them stay. When the time has come, what was saved is left for the
 * sign-in page; a page on which something stands that no draft keeps stays, and says so.
 */
export function sessionEnds(dialog) {
	const idle = Number(dialog.dataset.idleMinutes) * 60_000;
	const until = Date.parse(dialog.dataset.until);
	const text = dialog.querySelector("[data-session-text]");
	const stay = dialog.querySelector("[data-session-stay]");
	const again = dialog.querySelector("[data-session-again]");
	const unsaved = new Set();
	const say = wordsOf(dialog);
	let here = Date.now();
	let timer;

	const seen = () => {
		here = Date.now();
		try {
			localStorage.setItem(key, String(here));
		} catch {
			// Then this page knows of itself alone, and asks sooner than it need.
		}
	};
	const lastSeen = () => {
		try {
			return Math.max(here, Number(localStorage.getItem(key)) || 0);
		} catch {
			return here;
		}
	};

	const over = () => {
		clearInterval(timer);
		if (unsaved.size === 0) {
			const { pathname, search } = location;
			location.assign(`${dialog.dataset.signIn}?then=${encodeURIComponent(pathname + search)}`);
			return;
		}
		text.textContent = say("You have been signed out. What you wrote still stands on this page.");
		stay.textContent = say("Back to the page");
		again.hidden = false;
		if (!dialog.open) dialog.showModal();
	};

	const look = () => {
		const byIdling = lastSeen() + idle;
		const ends = Math.min(byIdling, until);
		const now = Date.now();
		if (now >= ends) return over();
		if (now < ends - lead) return dialog.open && dialog.close();
		if (dialog.open || dialog.dataset.told === String(ends)) return;
		dialog.dataset.told = String(ends);
		const last = ends === until;
		text.textContent = last
			? say(
					"You have been signed in for long. At {1} you are signed out. What you are writing is saved as a draft where the page says so.",
					clock(ends),
				)
			: say("You have not asked for anything for a while. At {1} you are signed out.", clock(ends));
		stay.textContent = last ? say("Continue") : say("Stay signed in");
		dialog.showModal();
	};

	stay.addEventListener("click", async () => {
		dialog.close();
		if (!again.hidden || Date.now() >= until - lead) return;
		const token = document.querySelector('input[name="_csrf"]')?.value ?? "";
		const answer = await fetch(dialog.dataset.stay, {
			method: "POST",
			body: new URLSearchParams({ _csrf: token }),
			credentials: "same-origin",
			redirect: "error",
		}).catch(() => undefined);
		if (answer?.ok) seen();
		else if (answer?.status === 401) over();
		else delete dialog.dataset.told;
	});

	document.addEventListener("input", ({ target }) => {
		if (target.form?.method === "post") unsaved.add(target.form);
	});
	document.addEventListener("concord:saved", ({ target }) => {
		unsaved.delete(target);
		seen();
	});
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "visible") look();
	});
	seen();
	timer = setInterval(look, every);
}
