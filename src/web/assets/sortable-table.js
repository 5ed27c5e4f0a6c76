/** Puts a button into each sortable heading; a click orders the rows, a second one turns them round. */
export function sortableTable(table) {
	const body = table.tBodies[0];
	const headings = [...table.tHead.rows[0].cells];

	for (const [column, heading] of headings.entries()) {
		if (!("sortable" in heading.dataset)) continue;
		const button = document.createElement("button");
		button.type = "button";
		button.textContent = heading.textContent;
		heading.replaceChildren(button);
		heading.setAttribute("aria-sort", "none");
		button.addEventListener("click", () => {
			const ascending = heading.getAttribute("aria-sort") !== "ascending";
			for (const other of headings)
				if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
			heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
			const rows = [...body.rows].sort((one, other) =>
				compare(keyOf(one.cells[column]), keyOf(other.cells[column])),
			);
			body.append(...(ascending ? rows : rows.reverse()));
		});
	}
}

const keyOf = (cell) => cell.dataset.sortValue ?? cell.textContent.trim();

const compare = (one, other) => one.localeCompare(other, "en-GB", { numeric: true });
