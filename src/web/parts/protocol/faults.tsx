import { type Fault, sayFault } from "../../../domain/protocol/file/faults.ts";
import { counted } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";

/** More than anybody fixes at one time. */
const most = 50;

/** What is wrong with a text: each fault with its line, what is wrong there and the fix. */
export const Faults = ({
	faults,
	text,
}: {
	faults: readonly Fault[];
	/** The text, to quote its lines from. */
	text: string;
}): Html => {
	if (faults.length === 0) return <p class="concord-faults__none">No faults. It can be saved.</p>;
	const lines = text.split("\n");
	return (
		<>
			<h2 class="govuk-heading-m">{counted(faults.length, "fault")}</h2>
			<ol class="govuk-list concord-faults">
				{faults.slice(0, most).map((fault) => {
					const { line, where } = fault;
					const [wrong, fix] = sayFault(fault);
					const quoted = lines[(line ?? 0) - 1]?.trim().slice(0, 120);
					return (
						<li class="concord-faults__fault">
							<a class="govuk-link" href="#text" data-line={line ?? 1}>
								Line {line ?? 1}
							</a>
							{where && <span class="concord-faults__where"> {where}</span>}
							<br />
							<strong>{wrong}</strong> {fix}
							{quoted && <code class="concord-faults__line">{quoted}</code>}
						</li>
					);
				})}
			</ol>
			{faults.length > most && (
				<p class="govuk-body">
					And {(faults.length - most).toLocaleString("en-GB")} more. Mend these first.
				</p>
			)}
		</>
	);
};
