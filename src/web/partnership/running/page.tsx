import type { Finding } from "../../../domain/running/finding.ts";
import type { Html } from "../../kit/html.ts";
import { Layout } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { say } from "../../kit/say.tsx";
import { Parts } from "../../parts/business-unit-navigation.tsx";
import { Findings } from "../../parts/findings.tsx";

/** Counts and ages, of nobody and of no difference. */
export const RunningPage = ({
	frame,
	isOffice,
	findings,
}: {
	frame: PageFrame;
	/** For the Business Unit, whose pages have their own navigation. */
	isOffice: boolean;
	findings: readonly Finding[];
}): Html => (
	<Layout frame={frame} title={say`How Concord is running`} width="full">
		{isOffice && <Parts frame={frame} />}
		<div class="govuk-grid-row">
			<div class="govuk-grid-column-two-thirds">
				<Findings findings={findings} />
				<p class="govuk-body">
					{isOffice
						? say`If something does not work, tell your administrator.`
						: say`Whoever looks after the computer that Concord runs on sees the same with “concord health”, and tries out more with “concord doctor”.`}
				</p>
			</div>
		</div>
	</Layout>
);
