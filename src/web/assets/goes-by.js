/**
 * What else a form asks may go by an answer: when that changes, the form is sent as it is and the part in
 * `data-goes-by` is replaced by what the server asks there now. Without a script it is asked after "Continue".
 */
export function goesBy(part, enhance) {
	const form = part.closest("form");
	const { goesBy: name } = part.dataset;
	let latest = 0;
	form.addEventListener("change", async ({ target }) => {
		if (target.name !== name) return;
		const mine = ++latest;
		const typed = new URLSearchParams(new FormData(form));
		typed.set("_do", "show");
		try {
			const answer = await fetch(location.href, {
				method: "POST",
				body: typed,
				credentials: "same-origin",
				redirect: "error",
			});
			if (!answer.ok || mine !== latest) return;
			const page = new DOMParser().parseFromString(await answer.text(), "text/html");
			const now = page.querySelector("[data-goes-by]");
			const asked = page.querySelector('[name="_asked"]');
			if (!now || !asked) return;
			part.replaceChildren(...now.childNodes);
			form.elements._asked.value = asked.value;
			const was = page.querySelector('[name="_was"]');
			if (was && form.elements._was) form.elements._was.value = was.value;
			enhance(part);
		} catch {
			// Then it is asked after “Continue”.
		}
	});
}
