import type { Protocol } from "../../../domain/protocol/protocol.ts";
import { drawProtocol, type Told } from "../../../domain/protocol/told/draw/draw.ts";
import { govukDetails } from "../../kit/govuk.ts";
import { type Html, raw } from "../../kit/html.ts";
import { say } from "../../kit/say.tsx";

/** A protocol as a flow diagram, cut between its stages for printing, with the same as a list under it. */
export const ProtocolDrawing = ({ protocol }: { protocol: Protocol }): Html => {
	const { parts, told } = drawProtocol(protocol);
	return (
		<>
			<p class="govuk-body-s concord-drawing__hint">{say`The diagram is wider than your screen. Swipe or scroll sideways to see all of it, or
				read it in words below.`}</p>
			<div class="concord-drawing">
				<section class="concord-scroll" aria-label={say`Flow diagram`} tabindex={0}>
					{/* The drawing and its list are in English so far. */}
					<div lang="en">{parts.map((part) => raw(part))}</div>
				</section>
			</div>
			{govukDetails({
				summaryText: say`The diagram in words`,
				html: (
					<div lang="en">
						<ListOf told={told} />
					</div>
				),
			})}
		</>
	);
};

const ListOf = ({ told }: { told: Told[] }): Html => (
	<ul class="govuk-list govuk-list--bullet">
		{told.map(({ says, inside }) => (
			<li>
				{says}
				{inside.length > 0 && <ListOf told={inside} />}
			</li>
		))}
	</ul>
);
