import { wordsOf } from "./words.js";

/** After the last key, in milliseconds. */
const pause = 1500;

/**
 * Sends the form as typed to the address in `data-autosave`, so that a closed window, a crash
 * or a sign-out loses nothing. Says so beside the form; what failed is tried again at the next key.
 */
export function autosave(form) {
	const status = form.querySelector("[data-autosave-status]");
	const inWords = wordsOf(form);
	let timer;
	let sent = asTyped(form).toString();

	const say = (text) => {
		if (status && status.textContent !== text) status.textContent = text;
	};

	const save = async ({ leaving = false } = {}) => {
		clearTimeout(timer);
		const typed = asTyped(form);
		if (typed.toString() === sent) return true;
		try {
			const answer = await fetch(form.dataset.autosave, {
				method: "POST",
				body: typed,
				credentials: "same-origin",
				redirect: "error",
				keepalive: leaving,
			});
			// What was kept is what the next save is compared with.
			const was = answer.headers.get("concord-was");
			if (was !== null && form.elements._was) form.elements._was.value = was;
			if (answer.status === 409) {
				sent = asTyped(form).toString();
				say(await answer.text());
				return true;
			}
			if (!answer.ok) throw new Error(String(answer.status));
			if (was !== null && typed.has("_was")) typed.set("_was", was);
			sent = typed.toString();
			form.dispatchEvent(new CustomEvent("concord:saved", { bubbles: true }));
			const now = new Date();
			say(
				inWords(
					"Draft saved at {1}",
					now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }),
				),
			);
			return true;
		} catch {
			say(inWords("Your draft could not be saved just now. It is still on this page."));
			return false;
		}
	};

	form.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(save, pause);
	});
	form.addEventListener("submit", () => {
		clearTimeout(timer);
		sent = asTyped(form).toString();
	});
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") save({ leaving: true });
	});
	savesBeforeSignOut(save, inWords);
}

/** The last words before signing out are saved while there is somebody to save them for. */
function savesBeforeSignOut(save, inWords) {
	const signOut = document.querySelector("form[data-signs-out]");
	let isWarned = false;
	signOut?.addEventListener("submit", async (event) => {
		event.preventDefault();
		if ((await save()) || isWarned) return signOut.submit();
		isWarned = true;
		signOut.querySelector("button").textContent = inWords("Sign out without saving");
	});
}

const asTyped = (form) => {
	const typed = new URLSearchParams();
	const secret = new Set(
		[...form.querySelectorAll('input[type="password"]')].map(({ name }) => name),
	);
	for (const [name, value] of new FormData(form))
		if (typeof value === "string" && !secret.has(name)) typed.append(name, value);
	return typed;
};
