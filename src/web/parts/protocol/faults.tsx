import { sayNumber } from "../../../domain/english.ts";
import { type Fault, sayFault } from "../../../domain/protocol/file/faults.ts";
import { counted } from "../../kit/dates.ts";
import type { Html } from "../../kit/html.ts";
import { say, sayWhole } from "../../kit/say.tsx";

/** More than anybody fixes at one time. */
const most = 50;

/** What is wrong with a text: each fault with its line, what is wrong there and the fix. Without faults, its warnings. */
export const Faults = ({
	faults,
	warnings = [],
	text,
}: {
	faults: readonly Fault[];
	warnings?: readonly Fault[] | undefined;
	/** The text, to quote its lines from. */
	text: string;
}): Html =>
	faults.length > 0 ? (
		<>
			<h2 class="govuk-heading-m">{counted(faults.length, "fault")}</h2>
			<FaultList faults={faults} text={text} />
		</>
	) : (
		<>
			<p class="concord-faults__none">{say`No faults. It can be saved.`}</p>
			<Warnings warnings={warnings} text={text} />
		</>
	);

/** What keeps nobody from using a text, and is to be thought about first. */
export const Warnings = ({
	warnings,
	text,
}: {
	warnings: readonly Fault[];
	text: string;
}): Html => (
	<>
		{warnings.length > 0 && (
			<>
				<h2 class="govuk-heading-m">{counted(warnings.length, "warning")}</h2>
				<p class="govuk-body">{say`It runs as it is. Check that each of these is what your partnership means.`}</p>
				<FaultList faults={warnings} text={text} />
			</>
		)}
	</>
);

const FaultList = ({ faults, text }: { faults: readonly Fault[]; text: string }): Html => {
	const lines = text.split("\n");
	return (
		<>
			<ol class="govuk-list concord-faults">
				{faults.slice(0, most).map((fault) => {
					const { line, where } = fault;
					const [wrong, fix] = sayFault(fault);
					const quoted = lines[(line ?? 0) - 1]?.trim().slice(0, 120);
					return (
						<li class="concord-faults__fault">
							<a class="govuk-link" href="#text" data-line={line ?? 1}>
								{say`Line ${line ?? 1}`}
							</a>
							{where && <span class="concord-faults__where"> {where}</span>}
							<br />
							<strong>{sayWhole(wrong)}</strong> {sayWhole(fix)}
							{quoted && <code class="concord-faults__line">{quoted}</code>}
						</li>
					);
				})}
			</ol>
			{faults.length > most && (
				<p class="govuk-body">{say`And ${sayNumber(faults.length - most)} more. Mend these first.`}</p>
			)}
		</>
	);
};
