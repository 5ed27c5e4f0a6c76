import { wordsOf } from "./words.js";

/** Shows the button that copies the text, and says when it is done. */
export function copyText(root) {
	const button = root.querySelector("[data-copies]");
	const done = root.querySelector("[aria-live]");
	if (!navigator.clipboard) return;
	const say = wordsOf(root);
	button.hidden = false;
	button.addEventListener("click", async () => {
		const text = document.getElementById(button.dataset.copies).textContent;
		try {
			await navigator.clipboard.writeText(text);
			done.textContent = say("Copied");
		} catch {
			done.textContent = say("Not copied. Select the text and copy it yourself");
		}
	});
}
