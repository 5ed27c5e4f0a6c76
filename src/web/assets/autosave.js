/** After the last key, in milliseconds. */
const pause = 1500;

/**
 * Sends the form as typed to the address in `data-autosave`, so that a closed window, a crash
 * or a sign-out loses nothing. Says so beside the form; what failed is tried again at the next key.
 */
export function autosave(form) {
	const status = form.querySelector("[data-autosave-status]");
	let timer;
	let sent = asTyped(form).toString();

	const say = (text) => {
		if (status && status.textContent !== text) status.textContent = text;
	};

	const save = async ({ leaving = false } = {}) => {
		clearTimeout(timer);
		const typed = asTyped(form);
		if (typed.toString() === sent) return;
		try {
			const answer = await fetch(form.dataset.autosave, {
				method: "POST",
				body: typed,
				credentials: "same-origin",
				redirect: "error",
				keepalive: leaving,
			});
			if (!answer.ok) throw new Error(String(answer.status));
			sent = typed.toString();
			const now = new Date();
			say(
				`Draft saved at ${now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`,
			);
		} catch {
			say("Your draft could not be saved just now. It is still on this page.");
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
