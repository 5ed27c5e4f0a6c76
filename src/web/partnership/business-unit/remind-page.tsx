import type { OnDesk } from "../../../reports/business-unit-desk.ts";
import { deskPaths, paths } from "../../addresses.ts";
import { govukButton } from "../../kit/govuk.ts";
import type { Html } from "../../kit/html.ts";
import { Layout, TwoThirds } from "../../kit/layout.tsx";
import type { PageFrame } from "../../kit/page-frame.ts";
import { PostForm } from "../../kit/post-form.tsx";
import { say } from "../../kit/say.tsx";
import { Bullets, Link } from "../../kit/text.tsx";
import { owedValue, toRemind } from "./desk-rows.tsx";

/** To whom reminders would go and of what, before they are sent. */
export const RemindPage = ({
	frame,
	rows,
	left,
}: {
	frame: PageFrame;
	/** What may be reminded of; at least one. */
	rows: OnDesk[];
	/** How many of those selected may not: done meanwhile, or reminded of today. */
	left: number;
}): Html => (
	<Layout
		frame={frame}
		title={say`Check who is reminded`}
		back={{ href: paths.businessUnit, text: say`Back to the desk` }}
	>
		<TwoThirds>
			{[...Map.groupBy(rows, ({ waitingFor }) => waitingFor ?? "")].map(([who, theirs]) => (
				<>
					<h2 class="govuk-heading-s govuk-!-margin-bottom-1">{say`To ${who}`}</h2>
					<Bullets items={theirs.map(({ reference, what }) => `${reference}: ${what}`)} />
				</>
			))}
			{left > 0 && (
				<p class="govuk-body">
					{left === 1
						? say`1 other that you selected is left out: done meanwhile, or reminded of today already.`
						: say`${left} others that you selected are left out: done meanwhile, or reminded of today already.`}
				</p>
			)}
			<p class="govuk-body">{say`Each person gets one message now, whoever stands in for somebody who is away as well.
				It names the reference, what is owed and by when, and nothing else. The reminder is
				put on the record of each, and can be sent again tomorrow.`}</p>
			<PostForm frame={frame} action={deskPaths.sendReminders}>
				{rows.map((row) => (
					<input type="hidden" name={toRemind} value={owedValue(row)} />
				))}
				{govukButton({ text: say`Send the reminders`, preventDoubleClick: true })}
			</PostForm>
			<p class="govuk-body">
				<Link href={paths.businessUnit}>{say`Do not send them`}</Link>
			</p>
		</TwoThirds>
	</Layout>
);
