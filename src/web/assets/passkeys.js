import {
	browserSupportsWebAuthn,
	startAuthentication,
	startRegistration,
} from "@simplewebauthn/browser";
import { wordsOf } from "./words.js";

/** What went wrong, in words for whoever is at the device. */
const problems = {
	NotAllowedError: "You did not finish, or it took too long. Try again.",
	InvalidStateError: "This device has a passkey for Concord already.",
	AbortError: "You did not finish. Try again.",
};

/**
 * A form that a passkey answers: on sending, asks the server what is to be signed, then the device, and sends its answer with
 * the form.
 */
export function passkeys(part) {
	if (!browserSupportsWebAuthn()) return;
	const form = part.querySelector("form");
	const problem = part.querySelector("[data-passkey-problem]");
	const { does, asks } = part.dataset;
	const say = wordsOf(part);
	part.hidden = false;
	for (const told of document.querySelectorAll("[data-without-passkeys]")) told.hidden = true;

	form.addEventListener("submit", async (event) => {
		event.preventDefault();
		problem.textContent = "";
		try {
			const asked = await fetch(asks, {
				method: "POST",
				body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
				credentials: "same-origin",
			});
			if (asked.status === 429) {
				problem.textContent = say(
					"There were too many tries. Wait a quarter of an hour, then try again.",
				);
				return;
			}
			// Whatever stands in the way, the page knows what to say.
			if (!asked.ok || asked.redirected) return location.reload();
			const optionsJSON = await asked.json();
			const answer = await (does === "create"
				? startRegistration({ optionsJSON })
				: startAuthentication({ optionsJSON }));
			form.elements.answer.value = JSON.stringify(answer);
			form.submit();
		} catch (error) {
			problem.textContent = say(
				problems[error.name] ?? "This did not work. Try again, or use another way.",
			);
		}
	});
}
