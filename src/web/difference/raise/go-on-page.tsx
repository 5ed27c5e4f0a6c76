import { londonTime } from "../../../domain/time.ts";
import { raisePaths } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say, sayMoment } from "../../kit/say.tsx";
import { Link } from "../../kit/text.tsx";
import { whereLeftOff } from "../../parts/raising/pages.ts";
import type { Raising } from "../../parts/raising/raising.ts";
import { RaiseLayout } from "./raise-layout.tsx";

/** For whoever raises by a link and has begun: that it is kept, until when, and the way on. */
export const GoOnPage = ({
	frame,
	raising,
	draft,
	until,
}: {
	frame: PageFrame;
	raising: Raising;
	draft: string;
	/** ISO instant. */
	until: string;
}): Html => (
	<RaiseLayout frame={frame} raising={raising} title={say`What you typed is kept`} back={undefined}>
		<p class="govuk-body">{say`Nobody else can see it, and nothing is sent yet. It is kept until
			${sayMoment(londonTime(until))}. To come back later, close this page and open the link
			in your email again.`}</p>
		{govukButton({ text: say`Go on`, href: whereLeftOff(raising) })}
		<p class="govuk-body">
			<Link href={raisePaths.throwAway(draft)}>{say`Throw it away`}</Link>
		</p>
	</RaiseLayout>
);
